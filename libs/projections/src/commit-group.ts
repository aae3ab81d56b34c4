import type { BuildCommit, Commit, Generation, Held, ViewStore } from './view-store.js';

interface Waiting extends BuildCommit {
  readonly settle: (outcome: Promise<void>) => void;
}

/** The commits of one turn of the event loop, given to the store together: the views that keep up fold the same batch in one turn. */
export class CommitGroup {
  readonly #waiting: Waiting[] = [];

  constructor(private readonly store: ViewStore) {}

  load(generation: Generation, keys: readonly string[]): Promise<ReadonlyMap<string, Held>> {
    return this.store.load(generation, keys);
  }

  commit(generation: Generation, commit: Commit): Promise<void> {
    return new Promise((settle) => {
      if (this.#waiting.push({ generation, commit, settle }) === 1) setImmediate(() => this.#give());
    });
  }

  #give(): void {
    const group = this.#waiting.splice(0);
    for (const [index, outcome] of this.store.commitAll(group).entries()) group[index]?.settle(outcome);
  }
}
