import type { Database, Statement } from '@samspor/sqlite';
import { LRUCache } from 'lru-cache';
import type { Commit, Generation } from '../view-store.js';

const DOCUMENTS = 5_000;
/** That there is no such document is worth knowing as well. */
const absent = {};

/**
 * Documents of live generations as they were last read or written, so that what is asked for with every request is not parsed with
 * every request. What another process writes is noticed within a turn of the event loop, where nobody tells of it.
 */
export class DocumentCache {
  readonly #documents = new LRUCache<string, object>({ max: DOCUMENTS });
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
  get<Doc>(view: string, key: string, read: () => Doc | undefined): Doc | undefined {
    if (this.toldOf?.includes(view) === false) return read();
    this.#check();
    const name = `${view}/${key}`;
    const known = this.#documents.get(name);
    if (known !== undefined) return known === absent ? undefined : (known as Doc);
    const doc = read();
    if (doc === undefined) this.#documents.set(name, absent);
    else if (typeof doc === 'object' && doc !== null) this.#documents.set(name, doc);
    return doc;
  }

  /** Takes in what was committed, of documents that are at hand. */
  committed({ view, state }: Generation, documents: Commit['documents']): void {
    for (const [key, { doc }] of documents) {
      const name = `${view}/${key}`;
      if (!this.#documents.has(name)) continue;
      if (state === 'live' && typeof doc === 'object' && doc !== null) this.#documents.set(name, doc);
      else this.#documents.delete(name);
    }
  }

  /** Somebody else has changed these. */
  forget(view: string, keys: readonly string[]): void {
    for (const key of keys) this.#documents.delete(`${view}/${key}`);
  }

  /** Another generation answers now. */
  clear(): void {
    this.#documents.clear();
  }

  #check(): void {
    if (this.toldOf || this.#isChecked) return;
    const version = this.#version.get()?.[0];
    if (version !== this.#seen) this.clear();
    this.#seen = version;
    this.#isChecked = true;
    setImmediate(() => (this.#isChecked = false));
  }
}
