import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder, whatever folder a command was called from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const words = scripts.start.split(' ');

/** How `npm start` has Node give memory and helpers to the hub: what nobody needs is taken back sooner. */
export const nodeFlags = words.filter((word) => word.startsWith('--'));

/** What `npm start` sets in the environment for that. */
export const memoryEnvironment = Object.fromEntries(words.filter((word) => /^[A-Z_]+=/.test(word)).map((word) => word.split('=')));

/** The built entry of one of the apps. */
export const builtMain = (app) => join(root, 'dist', 'apps', app, 'src', 'main.js');
