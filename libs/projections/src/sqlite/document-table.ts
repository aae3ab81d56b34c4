import type { Database, Statement } from '@samspor/sqlite';
import { changedTerms } from '../index-terms.js';
import type { Change, Finding, Found, Held, Range } from '../view-store.js';

type Body = readonly [body: string];
type Keyed = readonly [key: string, body: string];

/** A document as it was read. */
export interface ReadDocument {
  readonly doc: unknown;
  /** The length of its JSON. */
  readonly characters: number;
}

const live = `(SELECT id FROM generations WHERE view = ? AND state = 'live')`;
const inRange = `SELECT key, body FROM docs WHERE generation = ${live} AND key >= ? AND key <= ?`;

/** At the store's border: a document is what its view made it. */
const docOf = <Doc>(body: string): Doc => JSON.parse(body) as Doc;
const foundOf = <Doc>([key, body]: Keyed): Found<Doc> => ({ key, doc: docOf<Doc>(body) });

/** The statements on documents and their index. */
export class DocumentTable {
  readonly #get: Statement<Body>;
  readonly #find: Statement<Keyed>;
  readonly #count: Statement<readonly [number]>;
  readonly #up: Statement<Keyed>;
  readonly #down: Statement<Keyed>;
  readonly #load: Statement<readonly [position: string, body: string]>;
  readonly #put: Statement;
  readonly #remove: Statement;
  readonly #addTerm: Statement;
  readonly #removeTerm: Statement;
  readonly #dropDocs: Statement;
  readonly #dropTerms: Statement;

  constructor(database: Database) {
    this.#get = database.prepareArrays(`SELECT body FROM docs WHERE generation = ${live} AND key = ?`);
    this.#find = database.prepareArrays(
      `SELECT docs.key, docs.body FROM doc_index JOIN docs USING (generation, key)
       WHERE doc_index.generation = ${live} AND field = ? AND value = ? AND doc_index.key > ? ORDER BY doc_index.key LIMIT ?`,
    );
    this.#count = database.prepareArrays(`SELECT count(*) FROM doc_index WHERE generation = ${live} AND field = ? AND value = ?`);
    this.#up = database.prepareArrays(`${inRange} AND key > ? ORDER BY key LIMIT ?`);
    this.#down = database.prepareArrays(`${inRange} AND key < ? ORDER BY key DESC LIMIT ?`);
    this.#load = database.prepareArrays('SELECT position, body FROM docs WHERE generation = ? AND key = ?');
    // Not REPLACE: that deletes and inserts, which took twice as long for large bodies.
    this.#put = database.prepare(
      `INSERT INTO docs (generation, key, position, body) VALUES (?, ?, ?, ?)
       ON CONFLICT (generation, key) DO UPDATE SET position = excluded.position, body = excluded.body`,
    );
    this.#remove = database.prepare('DELETE FROM docs WHERE generation = ? AND key = ?');
    this.#addTerm = database.prepare('INSERT OR IGNORE INTO doc_index (generation, field, value, key) VALUES (?, ?, ?, ?)');
    this.#removeTerm = database.prepare('DELETE FROM doc_index WHERE generation = ? AND field = ? AND value = ? AND key = ?');
    this.#dropDocs = database.prepare(
      'DELETE FROM docs WHERE generation = ?1 AND key IN (SELECT key FROM docs WHERE generation = ?1 ORDER BY key LIMIT ?2)',
    );
    this.#dropTerms = database.prepare(
      `DELETE FROM doc_index WHERE generation = ?1 AND (field, value, key) IN
       (SELECT field, value, key FROM doc_index WHERE generation = ?1 ORDER BY field, value, key LIMIT ?2)`,
    );
  }

  get<Doc>(view: string, key: string): Doc | undefined {
    return this.read(view, key)?.doc as Doc | undefined;
  }

  /** As `get`, with the length of its JSON. */
  read(view: string, key: string): ReadDocument | undefined {
    const body = this.#get.get(view, key)?.[0];
    return body === undefined ? undefined : { doc: docOf(body), characters: body.length };
  }

  find<Doc>(view: string, { field, value, afterKey = '', limit }: Finding): readonly Found<Doc>[] {
    return this.#find.all(view, field, value, afterKey, limit).map(foundOf<Doc>);
  }

  count(view: string, { field, value }: Pick<Finding, 'field' | 'value'>): number {
    return this.#count.get(view, field, value)?.[0] ?? 0;
  }

  range<Doc>(view: string, { from, to, afterKey, limit, descending = false }: Range): readonly Found<Doc>[] {
    const rows = descending
      ? this.#down.all(view, from, to, afterKey ?? `${to}\uffff`, limit)
      : this.#up.all(view, from, to, afterKey ?? '', limit);
    return rows.map(foundOf<Doc>);
  }

  load(generation: number, key: string): Held | undefined {
    const row = this.#load.get(generation, key);
    return row && { doc: docOf(row[1]), position: BigInt(row[0]) };
  }

  /** Only inside a transaction. Of the index, only the rows that differ are written. */
  apply(generation: number, key: string, { doc, position, indexes, indexesBefore }: Change): void {
    if (doc === undefined) this.#remove.run(generation, key);
    else this.#put.run(generation, key, String(position), JSON.stringify(doc));
    const { lost, gained } = changedTerms(indexesBefore, indexes);
    for (const { field, value } of lost) this.#removeTerm.run(generation, field, value, key);
    for (const { field, value } of gained) this.#addTerm.run(generation, field, value, key);
  }

  /** Deletes some rows of a generation; how many. */
  dropSome(generation: number, limit: number): number {
    return Number(this.#dropDocs.run(generation, limit).changes) + Number(this.#dropTerms.run(generation, limit).changes);
  }
}
