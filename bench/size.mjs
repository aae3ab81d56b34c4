import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tools/project.mjs';
import { run } from './child.mjs';
import { adviserOf } from './county.mjs';
import { HubProcess } from './hub-process.mjs';

/** The folder of a filled store of this size; it is filled once and kept for the next time. */
async function storeOf(events, stores) {
  const folder = join(stores, String(events));
  if (!existsSync(join(folder, 'bench.json'))) await fill(events, folder);
  await recall(folder);
  return folder;
}

async function fill(events, folder) {
  const filling = `${folder}.filling`;
  rmSync(filling, { recursive: true, force: true });
  await run('fill.mjs', [filling, events]);
  rmSync(folder, { recursive: true, force: true });
  renameSync(filling, folder);
}

/** Views and snapshots are those of a build, and each build that is measured has run over the store before. */
async function recall(folder) {
  const [mark, build] = [join(folder, 'recalled-by'), readFileSync(join(root, 'dist', '.built-from'), 'utf8')];
  if (existsSync(mark) && readFileSync(mark, 'utf8') === build) return;
  const hub = await HubProcess.start(folder);
  await hub.caughtUp();
  await hub.stop();
  await run('recall.mjs', [folder]);
  writeFileSync(mark, build);
}

async function tokensFor(folder, youths) {
  const advisers = new Map(youths.map(({ n }) => [adviserOf(n).id, adviserOf(n)]));
  return JSON.parse(await run('tokens.mjs', [folder], JSON.stringify([...advisers.values()])));
}

/** Everything that is measured over HTTP, against the built hub in a process of its own. */
async function overHttp(folder, seconds, profile) {
  const { youths } = JSON.parse(readFileSync(join(folder, 'bench.json'), 'utf8'));
  const tokens = await tokensFor(folder, youths);
  const hub = await HubProcess.start(folder);
  const load = (kind, connections, share = 1, more = {}) =>
    hub.load({ kind, connections, seconds: Math.max(1, seconds * share), youths, tokens, ...more });
  // As in a hub that has run for a while: each youth has been asked for.
  await load('commands', 64, 1.6, { inOrder: true });
  await load('timeline', 4, 0.2);
  const timeline = await load('timeline', 1, 0.5);
  const busyTimeline = await load('timeline', 4, 0.5);
  const worklist = await load('worklist', 4, 0.5);
  const search = await load('search', 4, 0.5);
  const commands = await load('commands', 64);
  const { visible } = await load('commands', 62, 1, { probes: 2 });
  await hub.stop();
  return {
    http_commands_64: commands.perSecond,
    http_p50: commands.p50,
    http_p99: commands.p99,
    http_cpu: commands.cpuMicroseconds / commands.requests,
    timeline_p50: timeline.p50,
    timeline_p99: timeline.p99,
    timeline_4_p50: busyTimeline.p50,
    timeline_4_p99: busyTimeline.p99,
    worklist_p99: worklist.p99,
    search_p99: search.p99,
    visible_p50: visible.p50,
    visible_p99: visible.p99,
    start: hub.startMs,
    rss: hub.rss / 1024 ** 2,
    ...(profile && { profile: await profile(folder, youths, tokens) }),
  };
}

/** One run at one size, on a copy of the store that is thrown away; by name. */
export async function measure(events, { stores, seconds, rows, profile }) {
  const store = await storeOf(events, stores);
  const folder = join(stores, 'run');
  rmSync(folder, { recursive: true, force: true });
  cpSync(store, folder, { recursive: true });
  // Else the first commits wait until the copy is on the disk.
  execFileSync('sync');
  try {
    const http = await overHttp(folder, seconds, profile);
    return { ...JSON.parse(await run('store-run.mjs', [folder, seconds, rows])), ...http };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
