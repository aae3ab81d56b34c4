import { EqualParts } from '@samspor/event-store';
import type { Database, Statement } from '@samspor/sqlite';
import { LRUCache } from 'lru-cache';
import type { ReadDocument } from './document-table.js';

/** Characters of JSON, of all documents together; in memory they take about twice as many bytes. */
const MOST_CHARACTERS = 8_000_000;
/** That there is no such document is worth knowing as well. */
const absent = {};
const ABSENT_CHARACTERS = 100;

/**
 * Documents of live generations as they were last read or written, so that what is asked for with every request is not parsed with
 * every request. What another process writes is noticed within a turn of the event loop, where nobody tells of it.
 */
export class DocumentCache {
  readonly #equal = new EqualParts();
  readonly #documents = new LRUCache<string, object>({ maxSize: MOST_CHARACTERS });
  readonly #version: Statement<readonly [number]>;
  #seen: number | undefined;
  #isChecked = false;

  constructor(
    database: Database,
    /** The views of which `forget` tells what others change; without it, the file itself is asked. */
    private readonly toldOf?: readonly string[],
  ) {
    // Changes when another connection has written to the file, and never by what this one writes.
    this.#version = database.prepareArrays('PRAGMA data_version');
  }

  /** The document if it is at hand, else what `read` gives. */
  get<Doc>(view: string, key: string, read: () => ReadDocument | undefined): Doc | undefined {
    if (this.toldOf?.includes(view) === false) return read()?.doc as Doc | undefined;
    this.#check();
    const name = `${view}/${key}`;
    const known = this.#documents.get(name);
    if (known !== undefined) return known === absent ? undefined : (known as Doc);
    const { doc, characters } = read() ?? { doc: undefined, characters: ABSENT_CHARACTERS };
    if (doc === undefined) this.#documents.set(name, absent, { size: characters });
    else if (typeof doc === 'object' && doc !== null) this.#documents.set(name, this.#equal.in(doc), { size: characters });
    return doc as Doc | undefined;
  }

  /** These have changed. */
  forget(view: string, keys: Iterable<string>): void {
    for (const key of keys) this.#documents.delete(`${view}/${key}`);
  }

  /** Another generation answers now. */
  clear(): void {
    this.#documents.clear();
  }

  /** Whether another connection has written to the file since this was last asked. */
  changedElsewhere(): boolean {
    const [before, now] = [this.#seen, this.#version.get()?.[0]];
    this.#seen = now;
    return now !== before;
  }

  #check(): void {
    if (this.toldOf || this.#isChecked) return;
    if (this.changedElsewhere()) this.clear();
    this.#isChecked = true;
    setImmediate(() => (this.#isChecked = false));
  }
}
