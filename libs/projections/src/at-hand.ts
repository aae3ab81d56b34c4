import { EqualParts } from '@samspor/event-store';
import { LRUCache } from 'lru-cache';
import type { Hot } from './fold.js';
import type { AnyView } from './view.js';
import type { Generation, Held, ViewStore } from './view-store.js';

/** Of views that are not asked for more. */
const FEW = 300;

/** The documents of a generation, of which those that were stored last need not be read again. */
export class AtHand {
  readonly #hot: LRUCache<string, Hot>;
  readonly #equal = new EqualParts();

  constructor(
    private readonly view: AnyView,
    private readonly store: Pick<ViewStore, 'load'>,
    private readonly generation: Generation,
  ) {
    this.#hot = new LRUCache({ max: view.atHand ?? FEW });
  }

  /** Adds those of the keys that are there and not among the documents. */
  async bring(keys: Iterable<string>, documents: Map<string, Hot>): Promise<void> {
    if (this.view.isLog) return;
    const cold: string[] = [];
    for (const key of keys) {
      if (documents.has(key)) continue;
      const hot = this.#hot.get(key);
      if (hot) documents.set(key, hot);
      else cold.push(key);
    }
    if (cold.length === 0) return;
    for (const [key, held] of await this.store.load(this.generation, cold)) documents.set(key, this.#hotOf(held));
  }

  /** Remembers documents as they are stored now. */
  keep(documents: ReadonlyMap<string, Hot>): void {
    if (this.view.isLog) return;
    for (const [key, hot] of documents) {
      if (hot.doc === undefined) this.#hot.delete(key);
      else this.#hot.set(key, hot);
    }
  }

  /** As it was read; of those that stay for long, what is equal in several is held once. */
  #hotOf({ doc, position }: Held): Hot {
    return { doc: this.view.atHand === undefined ? doc : this.#equal.in(doc), position, indexes: undefined };
  }
}
