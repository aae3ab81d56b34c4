import type { Database, Statement } from '@samspor/sqlite';
import type { Generation, Parked, ParkingCode } from '../view-store.js';

type Row = readonly [id: number, view: string, version: number, state: Generation['state'], checkpoint: string | null];
type ParkedRow = readonly [stream: string, position: string, code: ParkingCode, since: string];

const columns = 'id, view, version, state, checkpoint';

/** A position as it is stored: SQLite's integers end where those of another event store go on. */
const textOf = (position: bigint | undefined): string | null => (position === undefined ? null : String(position));
const positionOf = (text: string | null): bigint | undefined => (text === null ? undefined : BigInt(text));

const generationOf = ([id, view, version, state, checkpoint]: Row): Generation => ({
  id,
  view,
  version,
  state,
  checkpoint: positionOf(checkpoint),
});

/** The statements on generations and on what they have parked. */
export class GenerationTable {
  readonly #ofView: Statement<Row>;
  readonly #insert: Statement;
  readonly #setState: Statement;
  readonly #dropOthers: Statement;
  readonly #advance: Statement;
  readonly #dropped: Statement<readonly [number]>;
  readonly #forget: Statement;
  readonly #parked: Statement<ParkedRow>;
  readonly #park: Statement;
  readonly #unpark: Statement;
  readonly #unparkAll: Statement;
  readonly #beat: Statement;
  readonly #lastBeat: Statement<readonly [string]>;

  constructor(database: Database) {
    this.#ofView = database.prepareArrays(`SELECT ${columns} FROM generations WHERE view = ? AND state <> 'dropped' ORDER BY id`);
    this.#insert = database.prepare(`INSERT INTO generations (view, version, state) VALUES (?, ?, 'building')`);
    this.#setState = database.prepare('UPDATE generations SET state = ? WHERE id = ?');
    this.#dropOthers = database.prepare(`UPDATE generations SET state = 'dropped' WHERE view = ? AND state = ?`);
    this.#advance = database.prepare(`UPDATE generations SET checkpoint = ? WHERE id = ? AND state <> 'dropped' AND checkpoint IS ?`);
    this.#dropped = database.prepareArrays(`SELECT id FROM generations WHERE state = 'dropped'`);
    this.#forget = database.prepare('DELETE FROM generations WHERE id = ?');
    this.#parked = database.prepareArrays('SELECT stream, position, code, since FROM parked WHERE generation = ? ORDER BY stream');
    this.#park = database.prepare('INSERT OR REPLACE INTO parked (generation, stream, position, code, since) VALUES (?, ?, ?, ?, ?)');
    this.#unpark = database.prepare('DELETE FROM parked WHERE generation = ? AND stream = ?');
    this.#unparkAll = database.prepare('DELETE FROM parked WHERE generation = ?');
    this.#beat = database.prepare('INSERT OR REPLACE INTO beats (id, at) VALUES (0, ?)');
    this.#lastBeat = database.prepareArrays('SELECT at FROM beats');
  }

  of(view: string): readonly Generation[] {
    return this.#ofView.all(view).map(generationOf);
  }

  /** Only inside a transaction. */
  begin(view: string, version: number): Generation {
    this.#dropOthers.run(view, 'building');
    const { lastInsertRowid } = this.#insert.run(view, version);
    return { id: Number(lastInsertRowid), view, version, state: 'building', checkpoint: undefined };
  }

  /** Only inside a transaction. */
  makeLive({ id, view }: Generation): void {
    this.#dropOthers.run(view, 'live');
    this.#setState.run('live', id);
  }

  drop({ id }: Generation): void {
    this.#setState.run('dropped', id);
  }

  /** False when the generation is gone or stands elsewhere. */
  advance({ id }: Generation, after: bigint | undefined, checkpoint: bigint | undefined): boolean {
    return Number(this.#advance.run(textOf(checkpoint), id, textOf(after)).changes) === 1;
  }

  dropped(): readonly number[] {
    return this.#dropped.all().map(([id]) => id);
  }

  forget(id: number): void {
    this.#unparkAll.run(id);
    this.#forget.run(id);
  }

  parked({ id }: Generation): readonly Parked[] {
    return this.#parked.all(id).map(([stream, position, code, since]) => ({ stream, position: BigInt(position), code, since }));
  }

  park({ id }: Generation, { stream, position, code, since }: Parked): void {
    this.#park.run(id, stream, String(position), code, since);
  }

  unpark({ id }: Generation, stream: string): void {
    this.#unpark.run(id, stream);
  }

  beat(at: string): void {
    this.#beat.run(at);
  }

  lastBeat(): string | undefined {
    return this.#lastBeat.get()?.[0];
  }
}
