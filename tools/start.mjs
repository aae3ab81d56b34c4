import { existsSync, readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { runNode } from './child.mjs';
import { ensureBuilt, ensureInstalled } from './ensure.mjs';
import { builtMain } from './project.mjs';

const { empty, data, port } = readOptions();
const directory = resolve(data);

ensureInstalled();
ensureBuilt();
if (!empty && isUnused(directory)) await fillWithDemo();
await startHub();

function readOptions() {
  try {
    return parseArgs({
      options: { empty: { type: 'boolean', default: false }, data: { type: 'string', default: 'data' }, port: { type: 'string' } },
    }).values;
  } catch (error) {
    console.error(`${error.message}\nUsage: npm start [-- --empty --data DIR --port N]`);
    return process.exit(2);
  }
}

function isUnused(folder) {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}

async function fillWithDemo() {
  const code = await runNode([builtMain('cli'), 'demo', '--data', directory]);
  if (code === 0) return;
  // Half a demo would pass for a whole one at the next start; the folder was unused before.
  rmSync(directory, { recursive: true, force: true });
  process.exit(code);
}

async function startHub() {
  const hub = builtMain('hub');
  process.argv = [process.execPath, hub, '--data', directory, ...(port ? ['--port', port] : []), ...(empty ? [] : ['--demo'])];
  // Nest ends a clean stop by sending itself the signal again; with a listener here, the process instead ends by itself, with code 0.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, endSoon);
  await import(pathToFileURL(hub).href);
}

function endSoon() {
  setTimeout(() => {
    console.error('The hub did not stop within 10 s.');
    process.exit(1);
  }, 10_000).unref();
}
