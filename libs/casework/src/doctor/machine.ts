import { existsSync } from 'node:fs';
import { rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase, takeFileLock } from '@samspor/sqlite';
import { type Finding, bad, ok, warn } from './finding.js';

const MB = 1024 * 1024;
const leastMb = 256;

const sizeOf = async (file: string): Promise<number> => (existsSync(file) ? (await stat(file)).size : 0);

/** Whether there is room to go on. */
export const disk = async (folder: string): Promise<Finding> => {
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / MB);
  const events = Math.ceil((await sizeOf(join(folder, 'events.sqlite'))) / MB);
  const says = `${free} MB free; the events take ${events} MB`;
  if (free < leastMb)
    return bad('disk', says, `Make room: when the disk is full, the hub stops taking commands until it is started again.`);
  if (free < 2 * events) return warn('disk', says, 'Make room: views and backups need as much again as the events.');
  return ok('disk', says);
};

/** Whether this SQLite on this disk keeps what it acknowledges: tried on a file of its own, as the hub does at each start on the real ones. */
export const durability = async (folder: string): Promise<Finding> => {
  const file = join(folder, `.doctor-${process.pid}.db`);
  try {
    const database = await openDatabase(file, { synchronous: 'FULL' });
    database.close();
    return ok('durability', 'write-ahead log and synchronous=FULL are kept after a write');
  } catch (error) {
    return bad(
      'durability',
      error instanceof Error ? error.message : String(error),
      'Put the data directory on a local disk that the hub may write to.',
    );
  } finally {
    for (const end of ['', '-wal', '-shm']) await rm(`${file}${end}`, { force: true });
  }
};

/** Whether a hub is at work. */
export const writer = async (folder: string): Promise<Finding> => {
  const file = join(folder, 'writer.lock');
  const lock = existsSync(file) ? await takeFileLock(file) : undefined;
  if (!lock && existsSync(file)) return ok('writer', 'one hub is running on this directory');
  lock?.release();
  return ok('writer', 'no hub is running on this directory');
};

/** Whether others may look into the directory. */
export const rights = async (folder: string): Promise<Finding> => {
  const { mode } = await stat(folder);
  const shown = (mode & 0o777).toString(8);
  if (process.platform === 'win32' || (mode & 0o077) === 0) return ok('directory', `${folder} is for its owner only (${shown})`);
  return warn('directory', `${folder} is open for others (${shown})`, `chmod 700 ${folder}`);
};
