import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder, whatever folder a command was called from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** How `npm start` has Node give memory to the hub: what nobody needs is taken back sooner. */
export const memoryFlags = scripts.start.split(' ').filter((word) => word.startsWith('--'));

/** The built entry of one of the apps. */
export const builtMain = (app) => join(root, 'dist', 'apps', app, 'src', 'main.js');
