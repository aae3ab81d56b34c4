import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './project.mjs';

// Outside the checkout, because installing empties node_modules and building empties dist.
const lock = join(tmpdir(), `samspor-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.lock`);
const pause = new Int32Array(new SharedArrayBuffer(4));

/** Does needed work unless another process in this checkout is at it, whose work is then awaited; false when the work failed. */
export function oneAtATime(isNeeded, work) {
  while (isNeeded()) {
    if (acquire()) {
      try {
        return !isNeeded() || work();
      } finally {
        rmSync(lock, { force: true });
      }
    }
    Atomics.wait(pause, 0, 0, 200);
  }
  return true;
}

function acquire() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isAbandoned()) rmSync(lock, { force: true });
    return false;
  }
}

function isAbandoned() {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return false;
  } catch (error) {
    // Any other error, such as a lock just removed, says nothing against its holder.
    return error.code === 'ESRCH';
  }
}
