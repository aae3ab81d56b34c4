import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { programOf } from './child.mjs';
import { HubProcess } from './hub-process.mjs';

/** By the file of the innermost function that tells: what SQLite or JSON costs counts for whoever asked for it. */
const parts = [
  ['views: fold and store', /libs\/projections\//],
  ['events: to and from the writer, read', /event-store\/src\/sqlite\/|event-store\/src\/adapters\//],
  ['keys and sealing', /libs\/privacy\//],
  ['hash chain', /hash-chain/],
  ['record: ids and canonical JSON', /event-store\/src\/record/],
  ['streams: turns, decide, draft', /libs\/event-store\//],
  ['rules of the domain', /libs\/domain\//],
  ['validation of the body', /class-validator|class-transformer|validation|validator\//],
  ['token and access', /\/auth\/|libs\/access\/|node_modules\/(passport|@nestjs\/passport|jose)\//],
  ['casework: terms and context', /libs\/casework\//],
  ['metrics', /prom-client|metrics\.js/],
  ['HTTP: Fastify, Nest, routes', /node_modules|apps\/hub|node:/],
];

const partOf = ({ functionName, url }, inherited) => {
  if (functionName === '(garbage collector)') return 'garbage collector';
  if (functionName === '(idle)' || functionName === '(root)') return functionName;
  if (functionName === '(program)') return 'native code and system calls';
  const found = parts.find(([, pattern]) => pattern.test(url))?.[0];
  // Node's own code works for whoever called it; called by nobody of ours, it reads and writes sockets.
  if (url === '' || url.startsWith('node:')) return inherited ?? 'sockets and event loop';
  return found ?? inherited ?? 'HTTP: Fastify, Nest, routes';
};

/** Microseconds of self time by part. */
export function byPart({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const self = new Map();
  samples.forEach((id, index) => self.set(id, (self.get(id) ?? 0) + timeDeltas[index]));
  const sums = new Map();
  const walk = (node, inherited) => {
    const part = partOf(node.callFrame, inherited);
    sums.set(part, (sums.get(part) ?? 0) + (self.get(node.id) ?? 0));
    for (const child of node.children ?? []) walk(byId.get(child), part.startsWith('(') ? undefined : part);
  };
  walk(nodes[0], undefined);
  return sums;
}

/** Where the time of one command goes: a hub under load with a profiler in it, which makes it a little slower. */
export async function profileCommands(folder, youths, tokens, seconds) {
  const file = join(folder, 'profile.json');
  process.env['BENCH_PROFILE'] = file;
  const hub = await HubProcess.start(folder, ['--import', programOf('profiler.mjs')]);
  const job = { kind: 'commands', connections: 64, youths, tokens };
  await hub.load({ ...job, seconds: 8, inOrder: true });
  hub.signal('SIGUSR2');
  const { requests } = await hub.load({ ...job, seconds });
  hub.signal('SIGUSR2');
  while (!isWhole(file)) await new Promise((resolve) => setTimeout(resolve, 100));
  const profile = JSON.parse(readFileSync(file, 'utf8'));
  if (process.env['BENCH_KEEP_PROFILE'] === undefined) rmSync(file);
  await hub.stop();
  const sums = [...byPart(profile)].filter(([part]) => part !== '(idle)' && part !== '(root)');
  return sums
    .map(([part, microseconds]) => ({ part, microseconds: microseconds / requests }))
    .toSorted((a, b) => b.microseconds - a.microseconds);
}

const isWhole = (file) => {
  try {
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).samples.length > 0;
  } catch {
    return false;
  }
};
