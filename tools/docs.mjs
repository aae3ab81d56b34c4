import { runNode } from './child.mjs';
import { ensureBuilt, ensureInstalled } from './ensure.mjs';
import { builtMain } from './project.mjs';

ensureInstalled();
ensureBuilt();
process.exitCode = await runNode([builtMain('cli'), 'docs', ...process.argv.slice(2)]);
