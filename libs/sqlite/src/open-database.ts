import { openWith, type Database } from './driver.js';
import { loadEngine, type SqliteEngine } from './engine.js';

/** How a database file is opened. */
export interface OpenOptions {
  /** FULL: a commit that returned survives a power cut. NORMAL: the last commits may be lost, and the file stays whole. */
  readonly synchronous: 'FULL' | 'NORMAL';
  /** Opens beside a running writer, and changes nothing. */
  readonly readOnly?: boolean;
  readonly cacheKiB?: number;
  /** Pages in the write-ahead log before they are moved: more is faster and stalls longer. */
  readonly walAutocheckpoint?: number;
  /** The SQLite to use instead of the one that `loadEngine` finds. */
  readonly engine?: SqliteEngine;
}

/** The database does not keep the durability that was asked for. */
export class NotDurable extends Error {
  override readonly name = 'NotDurable';
}

const levels = { NORMAL: 1, FULL: 2 } as const;

const pragma = (database: Database, name: string): unknown => database.prepareArrays(`PRAGMA ${name}`).get()?.[0];

const useWriteAheadLog = (database: Database, file: string): void => {
  database.exec('PRAGMA page_size = 4096');
  if (pragma(database, 'journal_mode = WAL') === 'wal') return;
  throw new NotDurable(`${file} cannot use a write-ahead log; put it on a local disk, not on a network share`);
};

// The first write is what makes some builds of SQLite drop the level, so it is read back only after one.
const writeSomethingHarmless = (database: Database): void =>
  database.transaction(() => database.exec(`PRAGMA user_version = ${String(pragma(database, 'user_version'))}`));

const keepSynchronous = (database: Database, file: string, level: OpenOptions['synchronous']): void => {
  database.exec(`PRAGMA synchronous = ${level}`);
  writeSomethingHarmless(database);
  const kept = pragma(database, 'synchronous');
  if (kept === levels[level]) return;
  throw new NotDurable(
    `${file} does not keep synchronous=${level}: after a write it reads ${String(kept)}, so a power cut could lose what was acknowledged. ` +
      'Use the SQLite of Node 22.13 or newer, or @photostructure/sqlite 1.2.1, and nothing that changes this setting.',
  );
};

const prepareToWrite = (database: Database, file: string, { synchronous, walAutocheckpoint = 4000 }: OpenOptions): void => {
  useWriteAheadLog(database, file);
  database.exec(`PRAGMA wal_autocheckpoint = ${walAutocheckpoint}`);
  keepSynchronous(database, file, synchronous);
};

const closeWhole = (database: Database): void => {
  try {
    // One of the engines leaves the log beside a closed file until its statements are collected.
    database.exec('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // What is in the log stays there, and is found when the file is opened again.
  }
  database.close();
};

/** Opens a database file, and creates it unless it is to be read only. Throws SqliteFault, or NotDurable when the level is not kept. */
export const openDatabase = async (file: string, options: OpenOptions): Promise<Database> => {
  const { readOnly = false, cacheKiB = 16_384, engine = await loadEngine() } = options;
  const database = openWith(engine, file, readOnly);
  try {
    database.exec(`PRAGMA busy_timeout = 5000; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -${cacheKiB}`);
    if (readOnly) return database;
    prepareToWrite(database, file, options);
    return { ...database, close: () => closeWhole(database) };
  } catch (error) {
    database.close();
    throw error;
  }
};
