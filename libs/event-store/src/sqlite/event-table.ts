import type { Database, Statement } from '@samspor/sqlite';
import { LRUCache } from 'lru-cache';
import type { Past, Place } from '../adapters/answer-from-past.js';
import type { Appended, NewEvent, ScannedEvent, StoredEvent } from '../event-store.js';
import { bytesOfId, columns, eventOfRow, type EventRow, RowEvent, scannedColumns, type ScannedRow } from './rows.js';

/** The statements on the table of events: the only SQL that runs after the file is opened. */
export class EventTable implements Past {
  readonly #ofStream: Statement<EventRow>;
  readonly #back: Statement<ScannedRow>;
  readonly #page: Statement<EventRow>;
  readonly #scan: Statement<ScannedRow>;
  readonly #head: Statement<[number | null]>;
  readonly #lastRevision: Statement<[number | null]>;
  readonly #place: Statement<[string, number, number]>;
  readonly #insert: Statement;
  // There is one writer, so nobody else moves a head.
  readonly #heads = new LRUCache<string, number>({ max: 10_000 });

  constructor(database: Database) {
    this.#ofStream = database.prepareArrays(`SELECT ${columns} FROM events WHERE stream = ? AND revision > ? ORDER BY revision`);
    this.#back = database.prepareArrays(
      `SELECT ${scannedColumns} FROM events WHERE stream = ? AND revision < ? ORDER BY revision DESC LIMIT ?`,
    );
    this.#page = database.prepareArrays(`SELECT ${columns} FROM events WHERE position > ? ORDER BY position LIMIT ?`);
    this.#scan = database.prepareArrays(`SELECT ${scannedColumns} FROM events WHERE position > ? ORDER BY position LIMIT ?`);
    this.#head = database.prepareArrays('SELECT max(position) FROM events');
    this.#lastRevision = database.prepareArrays('SELECT max(revision) FROM events WHERE stream = ?');
    this.#place = database.prepareArrays('SELECT stream, revision, position FROM events WHERE id = ?');
    this.#insert = database.prepare(
      'INSERT INTO events(stream, revision, id, type, data, metadata, sealed, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
  }

  ofStream(stream: string, afterRevision: number): readonly StoredEvent[] {
    return this.#ofStream.all(stream, afterRevision).map(eventOfRow);
  }

  back(stream: string, beforeRevision = Number.MAX_SAFE_INTEGER, limit: number): readonly ScannedEvent[] {
    return this.#back.all(stream, beforeRevision, limit).map((row) => new RowEvent(row));
  }

  page(after: bigint | undefined, limit: number): readonly StoredEvent[] {
    return this.#page.all(after ?? Number.MIN_SAFE_INTEGER, limit).map(eventOfRow);
  }

  scan(after: bigint | undefined, limit: number): readonly ScannedEvent[] {
    return this.#scan.all(after ?? Number.MIN_SAFE_INTEGER, limit).map((row) => new RowEvent(row));
  }

  head(): bigint | undefined {
    const position = this.#head.get()?.[0] ?? undefined;
    return position === undefined ? undefined : BigInt(position);
  }

  lastRevision(stream: string): number | undefined {
    const known = this.#heads.get(stream) ?? this.#lastRevision.get(stream)?.[0] ?? undefined;
    if (known !== undefined) this.#heads.set(stream, known);
    return known;
  }

  placeOf(id: string): Place | undefined {
    const row = this.#place.get(bytesOfId(id));
    return row && { stream: row[0], revision: row[1], position: BigInt(row[2]) };
  }

  /** Adds the events at the end of their stream; only inside a transaction. */
  add(stream: string, events: readonly NewEvent[]): Appended {
    const first = (this.lastRevision(stream) ?? -1) + 1;
    let position: number | bigint = 0;
    for (const [index, { id, type, data, metadata, sealed, hash }] of events.entries()) {
      const inserted = this.#insert.run(stream, first + index, bytesOfId(id), type, data, metadata, sealed ?? null, hash);
      position = inserted.lastInsertRowid;
    }
    const revision = first + events.length - 1;
    this.#heads.set(stream, revision);
    return { revision, position: BigInt(position), repeated: false };
  }

  /** Forgets what it knows of heads, which is wrong once a transaction was rolled back. */
  forgetHeads(): void {
    this.#heads.clear();
  }
}
