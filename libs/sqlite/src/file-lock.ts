import { openWith, type Database } from './driver.js';
import { loadEngine } from './engine.js';
import { SqliteFault } from './fault.js';

/** A lock on a file that the operating system takes back when the process ends, however it ends. */
export interface FileLock {
  release(): void;
}

const release = (database: Database): void => {
  // First the lock, since one of the engines keeps a closed file open until its statements are collected.
  database.exec('ROLLBACK');
  database.close();
};

/**
 * Takes the lock; undefined when somebody else holds it. The file itself stays empty.
 * Never open a locked file by other means in the same process: closing it again would release the lock.
 */
export const takeFileLock = async (file: string): Promise<FileLock | undefined> => {
  const database = openWith(await loadEngine(), file, false);
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
    return { release: () => release(database) };
  } catch (error) {
    database.close();
    if (error instanceof SqliteFault && error.kind === 'busy') return undefined;
    throw error;
  }
};
