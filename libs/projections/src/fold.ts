import type { AnyView, Indexes, RecordedEvent } from './view.js';
import type { Change, Held } from './view-store.js';

/** A document in memory, with what it can be found by. */
export interface Hot {
  readonly doc: unknown;
  readonly position: bigint | undefined;
  readonly indexes: Indexes;
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

/** A document as the store had it. */
export const hotOf = (view: AnyView, { doc, position }: Held): Hot => ({ doc, position, indexes: indexesOf(view, doc) });

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
    this.#keep(event, keys, ({ position }) => position === undefined || position < event.position);
  }

  /** Folds an event that was set aside: documents may have seen later ones of other streams. */
  applyLate(event: RecordedEvent, keys: readonly string[]): void {
    this.#keep(event, keys, () => true);
  }

  changes(): ReadonlyMap<string, Change> {
    const changes = new Map<string, Change>();
    for (const [key, stored] of this.#stored) {
      const { doc, position, indexes } = this.documents.get(key) ?? none;
      if (position !== undefined) changes.set(key, { doc, position, indexes, indexesBefore: stored.indexes });
    }
    return changes;
  }

  #keep(event: RecordedEvent, keys: readonly string[], isDue: (hot: Hot) => boolean): void {
    const reduced = keys.map((key) => {
      const hot = this.documents.get(key) ?? none;
      return { key, hot, next: isDue(hot) ? this.#reduced(hot, event, key) : hot };
    });
    for (const { key, hot, next } of reduced) {
      if (next === hot) continue;
      if (!this.#stored.has(key)) this.#stored.set(key, hot);
      this.documents.set(key, next);
    }
  }

  #reduced(hot: Hot, event: RecordedEvent, key: string): Hot {
    const doc = this.view.reduce(hot.doc, event, key);
    if (doc === hot.doc) return hot;
    refuseNul(key);
    const position = hot.position === undefined || hot.position < event.position ? event.position : hot.position;
    return { doc, position, indexes: indexesOf(this.view, doc) };
  }
}
