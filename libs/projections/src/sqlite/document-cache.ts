import type { Database, Statement } from '@samspor/sqlite';
import { LRUCache } from 'lru-cache';

/** Characters of JSON, of all documents together. */
const MOST_CHARACTERS = 8_000_000;
/** That there is no such document is worth knowing as well. */
const absent = '';
const ABSENT_CHARACTERS = 100;

/**
 * Documents of live generations as they were last read, so that the file is not asked with every request. They are kept as text:
 * to parse one takes a few microseconds, and thousands of them in parts are much work for the garbage collector. What another process
 * writes is noticed within a turn of the event loop, where nobody tells of it.
 */
export class DocumentCache {
  readonly #documents = new LRUCache<string, string>({ maxSize: MOST_CHARACTERS });
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

  /** The document's JSON if it is at hand, else what `read` gives. */
  get(view: string, key: string, read: () => string | undefined): string | undefined {
    if (this.toldOf?.includes(view) === false) return read();
    this.#check();
    const name = `${view}/${key}`;
    const known = this.#documents.get(name);
    if (known !== undefined) return known === absent ? undefined : known;
    const body = read();
    this.#documents.set(name, body ?? absent, { size: body?.length ?? ABSENT_CHARACTERS });
    return body;
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
