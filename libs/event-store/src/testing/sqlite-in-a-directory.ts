import { openDatabase, type SqliteEngine } from '@samspor/sqlite';
import { temporaryDirectory } from '@samspor/sqlite/testing';
import { SqliteEventStore } from '../index.js';
import type { OpenedStore } from './opened-store.js';

/** A SQLite event store in a directory of its own, whose file can be got at. */
export interface OpenedSqlite extends OpenedStore {
  readonly store: SqliteEventStore;
  readonly directory: string;
  readonly file: string;
  /** Opens it again, perhaps with another engine. */
  readonly reopen: (engine?: SqliteEngine) => Promise<SqliteEventStore>;
  /** Runs SQL on the file behind the store's back. */
  readonly tamper: (sql: string) => Promise<void>;
}

/** Opens a SQLite event store for one test; with a program, that runs in the thread that writes. */
export const openInNewDirectory = async (engine?: SqliteEngine, writerThread?: URL): Promise<OpenedSqlite> => {
  const { path, file, remove } = temporaryDirectory();
  const open = (using?: SqliteEngine) => SqliteEventStore.open({ directory: path, writerThread, ...(using && { engine: using }) });
  let current = await open(engine);
  return {
    store: current,
    directory: path,
    file: file('events.sqlite'),
    reopen: async (using) => {
      await current.close();
      current = await open(using);
      return current;
    },
    tamper: async (sql) => {
      const database = await openDatabase(file('events.sqlite'), { synchronous: 'NORMAL' });
      database.exec(sql);
      database.close();
    },
    close: async () => {
      await current.close();
      remove();
    },
  };
};
