import { type Database, type Statement, openDatabase, refuseNewerSchema } from '@samspor/sqlite';
import type { Agency } from '@samspor/domain';
import { ReadLog, ReadLogUnavailable, type Reading, type ReadingPage } from '../read-log.js';

const pageSize = 100;

const SCHEMA_VERSION = 1;

const schema = `
CREATE TABLE IF NOT EXISTS readings(
  number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, actor TEXT NOT NULL, agency TEXT NOT NULL, unit TEXT NOT NULL,
  youth TEXT NOT NULL, what TEXT NOT NULL, policy TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS readings_of_youth ON readings(youth, number);
CREATE INDEX IF NOT EXISTS readings_of_actor ON readings(actor, number);
CREATE TRIGGER IF NOT EXISTS readings_stay BEFORE UPDATE ON readings BEGIN SELECT RAISE(ABORT, 'readings are never changed'); END;
CREATE TRIGGER IF NOT EXISTS readings_remain BEFORE DELETE ON readings BEGIN SELECT RAISE(ABORT, 'readings are never deleted'); END;
PRAGMA user_version = ${SCHEMA_VERSION};`;

type Row = readonly [number: number, at: string, actor: string, agency: string, unit: string, youth: string, what: string, policy: string];

interface Waiting {
  readonly reading: Reading;
  readonly stored: () => void;
  readonly failed: (error: unknown) => void;
}

const readingOf = ([, at, actorId, agency, unit, youthId, what, policy]: Row): Reading => ({
  at,
  actorId,
  agency: agency as Agency,
  unit,
  youthId,
  what,
  policy,
});

/** Readings in a SQLite file of their own, synchronous=FULL, all that wait in one turn of the event loop in one commit. */
export class SqliteReadLog extends ReadLog {
  private waiting: Waiting[] = [];
  private readonly insert: Statement;

  private constructor(private readonly database: Database) {
    super();
    database.exec(schema);
    this.insert = database.prepare('INSERT INTO readings(at, actor, agency, unit, youth, what, policy) VALUES (?, ?, ?, ?, ?, ?, ?)');
  }

  /** Opens the file, and makes it if it is not there. Refuses one that a newer version has written. */
  static async open(file: string): Promise<SqliteReadLog> {
    const database = await openDatabase(file, { synchronous: 'FULL', cacheKiB: 2048 });
    try {
      refuseNewerSchema(database, file, SCHEMA_VERSION);
      return new SqliteReadLog(database);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  record(reading: Reading): Promise<void> {
    return new Promise((stored, failed) => {
      this.waiting.push({ reading, stored, failed });
      if (this.waiting.length === 1) setImmediate(() => this.flush());
    });
  }

  async ofYouth(youthId: string, before?: number): Promise<ReadingPage> {
    return this.page('youth', youthId, before);
  }

  async ofActor(actorId: string, before?: number): Promise<ReadingPage> {
    return this.page('actor', actorId, before);
  }

  async close(): Promise<void> {
    this.flush();
    this.database.close();
  }

  private flush(): void {
    const group = this.waiting;
    this.waiting = [];
    if (group.length === 0) return;
    try {
      this.database.transaction(() => {
        for (const { reading } of group) {
          const { at, actorId, agency, unit, youthId, what, policy } = reading;
          this.insert.run(at, actorId, agency, unit, youthId, what, policy);
        }
      });
      for (const { stored } of group) stored();
    } catch (error) {
      for (const { failed } of group) failed(new ReadLogUnavailable('the read log takes no rows', { cause: error }));
    }
  }

  private page(column: 'youth' | 'actor', value: string, before = Number.MAX_SAFE_INTEGER): ReadingPage {
    const sql = `SELECT number, at, actor, agency, unit, youth, what, policy FROM readings WHERE ${column} = ? AND number < ? ORDER BY number DESC LIMIT ?`;
    const rows = this.database.prepareArrays<Row>(sql).all(value, before, pageSize);
    const last = rows.at(-1);
    return { readings: rows.map(readingOf), ...(rows.length === pageSize && last && { next: last[0] }) };
  }
}
