import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Ended } from './faults.hub.js';

const cli = resolve('dist/apps/cli/src/main.js');

/** Runs `samspor` beside what the test goes on with. */
export const spawnSamspor = async (args: readonly string[]): Promise<Ended> => {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, says: `${out}${errors}` };
};

/** Begins a backup that stands still when it has copied its first file; what is given back lets it end. */
export const pausedBackup = async (args: readonly string[]): Promise<() => Promise<Ended>> => {
  const preload = resolve('test/failure/backup-pause.mjs');
  const child = spawn(process.execPath, ['--import', preload, cli, 'backup', ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  const says: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => says.push(part));
  const ended = once(child, 'close') as Promise<[number | null]>;
  await Promise.race([once(child.stdout, 'data'), ended]);
  return async () => {
    child.stdin.end('go on');
    const [code] = await ended;
    return { code, says: says.join('') };
  };
};
