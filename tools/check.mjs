import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runNode } from './child.mjs';
import { ensureInstalled } from './ensure.mjs';
import { root } from './project.mjs';

const cruised = ['apps', 'libs', 'test'].filter((folder) => existsSync(join(root, folder)));

const steps = {
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  types: ['node_modules/typescript/bin/tsc', '--noEmit'],
  lint: ['node_modules/oxlint/bin/oxlint'],
  deps: ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', ...cruised],
  unused: ['node_modules/knip/bin/knip.js'],
  docs: ['tools/docs.mjs', '--check'],
  tests: ['tools/test.mjs'],
};
const quick = ['format', 'lint', 'deps'];

const { values: asked } = parseArgs({ options: { quick: { type: 'boolean' }, 'without-tests': { type: 'boolean' } } });

ensureInstalled();
const chosen = asked.quick ? quick : Object.keys(steps).filter((step) => step !== 'tests' || !asked['without-tests']);
for (const step of chosen) await pass(step);

async function pass(step) {
  console.log(`\n> ${step}`);
  const started = performance.now();
  const code = await runNode(steps[step]);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${step} ${code === 0 ? 'ok' : 'failed'} (${seconds} s)`);
  if (code !== 0) process.exit(code);
}
