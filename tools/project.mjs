import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder, whatever folder a command was called from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The built entry of one of the apps. */
export const builtMain = (app) => join(root, 'dist', 'apps', app, 'src', 'main.js');
