import { runNode } from './child.mjs';
import { ensureInstalled } from './ensure.mjs';

ensureInstalled();
const linting = await runNode(['node_modules/oxlint/bin/oxlint', '--fix']);
const formatting = await runNode(['node_modules/prettier/bin/prettier.cjs', '--write', '--log-level=warn', '.']);
process.exitCode = linting || formatting;
