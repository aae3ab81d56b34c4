import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Ended } from './faults.hub.js';

/** Runs `samspor` beside what the test goes on with. */
export const spawnSamspor = async (args: readonly string[]): Promise<Ended> => {
  const child = spawn(process.execPath, [resolve('dist/apps/cli/src/main.js'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, says: `${out}${errors}` };
};
