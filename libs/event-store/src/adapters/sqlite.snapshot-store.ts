import { rmSync } from 'node:fs';
import { type Database, SqliteFault, type Statement, openDatabase } from '@samspor/sqlite';
import { type Snapshot, SnapshotStore } from '../snapshot-store.js';

type SnapshotRow = readonly [revision: number, position: number, hash: Uint8Array, state: string, commands: Uint8Array];

const CACHE_KIB = 1_024;
const AT_ONCE = 64;
const SOON_MS = 500;

const tables = `
DROP TABLE IF EXISTS snapshots;
DROP TABLE IF EXISTS maker;
CREATE TABLE maker (name TEXT NOT NULL) STRICT;
CREATE TABLE snapshots (
  stream TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL,
  position INTEGER NOT NULL,
  hash BLOB NOT NULL,
  state TEXT NOT NULL,
  commands BLOB NOT NULL
) STRICT;
`;

const makerOf = (database: Database): string | undefined => {
  const isThere = database.prepareArrays<readonly [number]>("SELECT count(*) FROM sqlite_schema WHERE name = 'maker'").get()?.[0] === 1;
  return isThere ? database.prepareArrays<readonly [string]>('SELECT name FROM maker').get()?.[0] : undefined;
};

/** Another build may fold another state out of the same events, so what it kept is thrown away. */
const prepareFor = (database: Database, maker: string): void => {
  if (makerOf(database) === maker) return;
  database.transaction(() => {
    database.exec(tables);
    database.prepare('INSERT INTO maker (name) VALUES (?)').run(maker);
  });
};

/** Snapshots in one SQLite file. A power cut may take the newest of them, which is no loss. */
export class SqliteSnapshotStore extends SnapshotStore {
  readonly #find: Statement<SnapshotRow>;
  readonly #save: Statement;
  #waiting = new Map<string, () => Snapshot>();
  #timer: NodeJS.Timeout | undefined;
  #isLeftAlone = false;

  private constructor(
    private readonly database: Database,
    private readonly file: string,
  ) {
    super();
    this.#find = database.prepareArrays('SELECT revision, position, hash, state, commands FROM snapshots WHERE stream = ?');
    this.#save = database.prepare(
      `INSERT INTO snapshots (stream, revision, position, hash, state, commands) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (stream) DO UPDATE SET revision = excluded.revision, position = excluded.position, hash = excluded.hash,
       state = excluded.state, commands = excluded.commands`,
    );
  }

  /**
   * Opens the file, and makes it if it is not there or is damaged. `maker` names the code that folds: it reads only what the same code
   * has kept.
   */
  static async open(file: string, maker: string): Promise<SqliteSnapshotStore> {
    try {
      return await SqliteSnapshotStore.openWhole(file, maker);
    } catch (error) {
      if (!(error instanceof SqliteFault && error.kind === 'corrupt')) throw error;
      for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
      return SqliteSnapshotStore.openWhole(file, maker);
    }
  }

  private static async openWhole(file: string, maker: string): Promise<SqliteSnapshotStore> {
    const database = await openDatabase(file, { synchronous: 'NORMAL', cacheKiB: CACHE_KIB });
    try {
      prepareFor(database, maker);
      return new SqliteSnapshotStore(database, file);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  async find(stream: string): Promise<Snapshot | undefined> {
    const row = this.#attempt(() => this.#find.get(stream));
    if (!row) return undefined;
    const [revision, position, hash, state, commands] = row;
    return { stream, revision, position: BigInt(position), hash, state, commands };
  }

  keep(stream: string, snapshot: () => Snapshot): void {
    this.#waiting.set(stream, snapshot);
    if (this.#waiting.size >= AT_ONCE) this.#keepAll();
    else this.#timer ??= setTimeout(() => this.#keepAll(), SOON_MS).unref();
  }

  async close(): Promise<void> {
    this.#keepAll();
    this.database.close();
  }

  #keepAll(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const waiting = [...this.#waiting.values()];
    // Not cleared: what it held would be held until the next major garbage collection.
    this.#waiting = new Map();
    if (waiting.length > 0) this.#attempt(() => this.database.transaction(() => waiting.forEach((snapshot) => this.#write(snapshot()))));
  }

  #write({ stream, revision, position, hash, state, commands }: Snapshot): void {
    this.#save.run(stream, revision, Number(position), hash, state, commands);
  }

  #attempt<T>(work: () => T): T | undefined {
    if (this.#isLeftAlone) return undefined;
    try {
      return work();
    } catch (error) {
      this.#isLeftAlone = true;
      const why = error instanceof SqliteFault ? error.kind : 'unknown';
      process.emitWarning(
        `${this.file} cannot be used (${why}) and is left alone until the next start; streams are read from their events.`,
      );
      return undefined;
    }
  }
}
