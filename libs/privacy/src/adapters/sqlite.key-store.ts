import { openDatabase, refuseNewerSchema, SqliteFault, type Database } from '@samspor/sqlite';
import { KeyStore, KeyStoreUnavailable, type WrappedKey } from '../key-store.js';

type KeyRow = Record<'id' | 'wrapped', Uint8Array> & Record<'subject' | 'owner', string>;

const SCHEMA_VERSION = 1;
const CACHE_KIB = 1_024;

const tables = `
  CREATE TABLE IF NOT EXISTS data_keys (
    id BLOB NOT NULL PRIMARY KEY, subject TEXT NOT NULL, owner TEXT NOT NULL, wrapped BLOB NOT NULL, UNIQUE (subject, owner)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS identities (number_index BLOB NOT NULL PRIMARY KEY, subject TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS wrapping_key (one INTEGER PRIMARY KEY CHECK (one = 1), check_value BLOB NOT NULL) STRICT;`;

const prepareAll = (database: Database) => ({
  findKey: database.prepare<KeyRow>('SELECT id, subject, owner, wrapped FROM data_keys WHERE subject = ? AND owner = ?'),
  findKeyById: database.prepare<KeyRow>('SELECT id, subject, owner, wrapped FROM data_keys WHERE id = ?'),
  addKey: database.prepare(
    'INSERT INTO data_keys (id, subject, owner, wrapped) VALUES (?, ?, ?, ?) ON CONFLICT (subject, owner) DO NOTHING',
  ),
  findIdentity: database.prepare<{ subject: string }>('SELECT subject FROM identities WHERE number_index = ?'),
  claimIdentity: database.prepare('INSERT INTO identities (number_index, subject) VALUES (?, ?) ON CONFLICT DO NOTHING'),
  findCheck: database.prepare<{ value: Uint8Array }>('SELECT check_value AS value FROM wrapping_key'),
  claimCheck: database.prepare('INSERT INTO wrapping_key (one, check_value) VALUES (1, ?) ON CONFLICT DO NOTHING'),
});

/** The driver's errors as the port's. */
const failureOf = (error: unknown): unknown =>
  error instanceof SqliteFault
    ? new KeyStoreUnavailable(`The key store failed (${error.kind}). Check its disk and its rights, then start again.`, { cause: error })
    : error;

/** Answers as a promise. */
async function answer<T>(work: () => T): Promise<T> {
  try {
    return work();
  } catch (error) {
    throw failureOf(error);
  }
}

interface Waiting {
  /** Writes, and gives what is to be answered once that is durable. */
  readonly write: () => () => void;
  readonly reject: (error: unknown) => void;
}

function mustBeThere<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new KeyStoreUnavailable('The key store lost what it had just kept. Restore it from its backup.');
  return row;
}

/** Keys in a SQLite file of their own: a commit survives a power cut, and what is deleted is overwritten. */
export class SqliteKeyStore extends KeyStore {
  readonly #database: Database;
  readonly #sql: ReturnType<typeof prepareAll>;
  readonly #waiting: Waiting[] = [];

  private constructor(database: Database) {
    super();
    this.#database = database;
    this.#sql = prepareAll(database);
  }

  /** Opens the file, and makes it if it is not there, unless it is only to be read. Refuses one that a newer version has written. */
  static async open(file: string, { readOnly = false }: { readonly readOnly?: boolean } = {}): Promise<SqliteKeyStore> {
    const database = await openDatabase(file, { synchronous: 'FULL', cacheKiB: CACHE_KIB, readOnly });
    return answer(() => {
      try {
        refuseNewerSchema(database, file, SCHEMA_VERSION);
        if (!readOnly) database.exec(`PRAGMA secure_delete = ON; ${tables} PRAGMA user_version = ${SCHEMA_VERSION}`);
        return new SqliteKeyStore(database);
      } catch (error) {
        database.close();
        throw error;
      }
    });
  }

  override findKey(subject: string, owner: string): Promise<WrappedKey | undefined> {
    return answer(() => this.#sql.findKey.get(subject, owner));
  }

  override findKeyById(id: Uint8Array): Promise<WrappedKey | undefined> {
    return answer(() => this.#sql.findKeyById.get(id));
  }

  // Nothing here is ever changed, so the row that is read after the insert is the winner's, and durable.
  override addKey({ id, subject, owner, wrapped }: WrappedKey): Promise<WrappedKey> {
    return this.#together(() => {
      this.#sql.addKey.run(id, subject, owner, wrapped);
      return mustBeThere(this.#sql.findKey.get(subject, owner));
    });
  }

  override claimIdentity(index: Uint8Array, subject: string): Promise<string> {
    return this.#together(() => {
      this.#sql.claimIdentity.run(index, subject);
      return mustBeThere(this.#sql.findIdentity.get(index)).subject;
    });
  }

  override findIdentity(index: Uint8Array): Promise<string | undefined> {
    return answer(() => this.#sql.findIdentity.get(index)?.subject);
  }

  override findCheck(): Promise<Uint8Array | undefined> {
    return answer(() => this.#sql.findCheck.get()?.value);
  }

  override claimCheck(check: Uint8Array): Promise<Uint8Array> {
    return answer(() => {
      this.#sql.claimCheck.run(check);
      return mustBeThere(this.#sql.findCheck.get()).value;
    });
  }

  override close(): Promise<void> {
    return answer(() => {
      this.#commit();
      this.#database.close();
    });
  }

  /** What is written in one turn of the event loop shares a commit, since each waits for the disk and every new youth needs several. */
  #together<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const write = (): (() => void) => {
        const result = work();
        return () => resolve(result);
      };
      if (this.#waiting.push({ write, reject }) === 1) setImmediate(() => this.#commit());
    });
  }

  #commit(): void {
    const group = this.#waiting.splice(0);
    if (group.length === 0) return;
    try {
      const answers = this.#database.transaction(() => group.map(({ write }) => write()));
      for (const give of answers) give();
    } catch (error) {
      for (const { reject } of group) reject(failureOf(error));
    }
  }
}
