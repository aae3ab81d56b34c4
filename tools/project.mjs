import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder, whatever folder a command was called from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** How Node gives memory to the hub, as `npm start` does it too: what nobody needs is taken back sooner. */
export const memoryFlags = ['--max-semi-space-size=8', '--max-old-space-size=320'];

/** The built entry of one of the apps. */
export const builtMain = (app) => join(root, 'dist', 'apps', app, 'src', 'main.js');
