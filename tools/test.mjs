import { runNode } from './child.mjs';
import { ensureBuilt, ensureInstalled } from './ensure.mjs';

ensureInstalled();
// The acceptance tests start the built hub.
ensureBuilt();
process.exitCode = await runNode(['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', ...process.argv.slice(2)]);
