// npm run bench [-- --quick --json FILE --result FILE --events N --runs N --stores DIR --page | --from RESULT]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt, ensureInstalled } from '../tools/ensure.mjs';
import { median } from './crew.mjs';
import { machine } from './machine.mjs';
import { writePage } from './page.mjs';
import { rowsOf, tableOf } from './table.mjs';

const options = {
  quick: { type: 'boolean', default: false },
  json: { type: 'string' },
  result: { type: 'string' },
  events: { type: 'string', multiple: true },
  runs: { type: 'string' },
  stores: { type: 'string', default: join(tmpdir(), 'samspor-bench') },
  page: { type: 'boolean', default: false },
  from: { type: 'string' },
};
const before = fileURLToPath(new URL('results/before.json', import.meta.url));
/** What the page in docs shows. */
const shown = fileURLToPath(new URL('results/latest.json', import.meta.url));
const { values: asked } = parseArgs({ options });
const sizes = asked.events?.map(Number) ?? (asked.quick ? [1_000, 20_000] : [1_000, 100_000, 1_000_000]);
const runs = Number(asked.runs ?? (asked.quick ? 1 : 3));

if (asked.from) {
  writePage(JSON.parse(readFileSync(asked.from, 'utf8')), beforeOf(before));
  process.exit();
}

ensureInstalled();
ensureBuilt();
mkdirSync(asked.stores, { recursive: true });
const { measure } = await import('./size.mjs');
const { profileCommands } = await import('./profile.mjs');

const result = { ...(await machine()), quick: asked.quick, runs, rows: [], profile: [] };
const measured = new Map(sizes.map((events) => [events, []]));
// The sizes in turns: a machine that others use is slower at one time than at another, and that is not to pass for growth.
for (let run = 1; run <= runs; run += 1) {
  for (const events of sizes) {
    process.stderr.write(`run ${run} of ${runs}, ${events} events …\n`);
    measured.get(events).push(await measure(events, stepsOf(events, run)));
  }
}
for (const [events, all] of measured) {
  result.rows.push(...rowsOf(events, all, median));
  const profile = all.at(-1)?.profile;
  if (profile) result.profile = { events, parts: profile };
}
process.stdout.write(tableOf(result));
if (asked.json) writeJson(asked.json, result.rows);
if (asked.result) writeJson(asked.result, result);
if (asked.page) {
  writeJson(shown, result);
  writePage(result, beforeOf(before));
}

function stepsOf(events, run) {
  const isLast = run === runs && events === sizes.at(-1);
  const profile = (folder, youths, tokens) => profileCommands(folder, youths, tokens, asked.quick ? 3 : 8);
  return { stores: asked.stores, seconds: asked.quick ? 2 : 5, rows: asked.quick ? 500 : 2_000, ...(isLast && { profile }) };
}

function writeJson(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

function beforeOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
