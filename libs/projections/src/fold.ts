import type { AnyView, Indexes, RecordedEvent } from './view.js';
import type { Change } from './view-store.js';

/** A document in memory. */
export interface Hot {
  readonly doc: unknown;
  readonly position: bigint | undefined;
  /** What it can be found by; not asked of one that was only read, since most do not change. */
  readonly indexes: Indexes | undefined;
}

const none: Hot = { doc: undefined, position: undefined, indexes: {} };

const refuseNul = (text: string): void => {
  // Stores cut or refuse such texts, and one refused commit would stop the view for everybody instead of parking one stream.
  if (text.includes('\0')) throw new TypeError('a key or index value cannot hold a NUL');
};

const indexesOf = (view: AnyView, doc: unknown): Indexes => {
  const indexes = (doc !== undefined && view.indexes?.(doc)) || {};
  for (const values of Object.values(indexes)) {
    if (typeof values === 'string') refuseNul(values);
    else values.forEach(refuseNul);
  }
  return indexes;
};

/** A batch of events on its way into the documents of one view. */
export class Fold {
  readonly #stored = new Map<string, Hot>();

  constructor(
    private readonly view: AnyView,
    /** Those that the batch needs: at first as they are stored, then as they become. */
    readonly documents: Map<string, Hot>,
  ) {}

  /** Folds the event into all its documents or, when the view throws, into none. What a document has seen is not folded again. */
  apply(event: RecordedEvent, keys: readonly string[]): void {
    this.#keep(event, keys, false);
  }

  /** Folds an event that was set aside: documents may have seen later ones of other streams. */
  applyLate(event: RecordedEvent, keys: readonly string[]): void {
    this.#keep(event, keys, true);
  }

  /** How many documents have changed. */
  get changed(): number {
    return this.#stored.size;
  }

  changes(): ReadonlyMap<string, Change> {
    const changes = new Map<string, Change>();
    for (const [key, stored] of this.#stored) {
      const now = this.documents.get(key) ?? none;
      const { doc, position } = now;
      if (position !== undefined)
        changes.set(key, { doc, position, indexes: this.#indexesOf(now), indexesBefore: this.#indexesOf(stored) });
    }
    return changes;
  }

  #indexesOf({ doc, indexes }: Hot): Indexes {
    return indexes ?? indexesOf(this.view, doc);
  }

  #keep(event: RecordedEvent, keys: readonly string[], isLate: boolean): void {
    // All of them before any is kept: the view may fail at the last.
    const reduced = keys.map((key) => this.#reduced(key, event, isLate));
    for (const [index, key] of keys.entries()) this.#put(key, reduced[index] ?? none);
  }

  #put(key: string, next: Hot): void {
    const hot = this.documents.get(key) ?? none;
    if (next === hot) return;
    if (!this.#stored.has(key)) this.#stored.set(key, hot);
    this.documents.set(key, next);
  }

  #reduced(key: string, event: RecordedEvent, isLate: boolean): Hot {
    const hot = this.documents.get(key) ?? none;
    const isDue = isLate || hot.position === undefined || hot.position < event.position;
    const doc = isDue ? this.view.reduce(hot.doc, event, key) : hot.doc;
    if (doc === hot.doc) return hot;
    refuseNul(key);
    const position = hot.position === undefined || hot.position < event.position ? event.position : hot.position;
    return { doc, position, indexes: indexesOf(this.view, doc) };
  }
}
