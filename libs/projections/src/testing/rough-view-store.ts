import { InMemoryViewStore } from '../index.js';
import type { Commit, Generation } from '../view-store.js';

/** How a commit ends: stored, refused, or stored and then lost on the way back. */
export type Outcome = 'stored' | 'refused' | 'unknown';

/** A view store whose commits end as planned, and then are stored. */
export class RoughViewStore extends InMemoryViewStore {
  commits = 0;
  readonly #outcomes: Outcome[];

  constructor(...planned: readonly Outcome[]) {
    super();
    this.#outcomes = [...planned];
  }

  override async commit(generation: Generation, commit: Commit): Promise<void> {
    const outcome = this.#outcomes.shift() ?? 'stored';
    this.commits += 1;
    if (outcome === 'refused') throw new Error('the store takes nothing');
    await super.commit(generation, commit);
    if (outcome === 'unknown') throw new Error('the store went away');
  }
}
