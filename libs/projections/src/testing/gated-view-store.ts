import { InMemoryViewStore } from '../index.js';
import type { Commit, Generation } from '../view-store.js';

/** A view store that keeps some commits waiting until it is opened. */
export class GatedViewStore extends InMemoryViewStore {
  open: () => void = () => undefined;
  /** Ends when a commit has come to the gate. */
  readonly reached: Promise<void>;
  readonly #gate = new Promise<void>((resolve) => (this.open = resolve));
  #reach: () => void = () => undefined;

  constructor(private readonly waits: (commit: Commit, generation: Generation) => boolean) {
    super();
    this.reached = new Promise((resolve) => (this.#reach = resolve));
  }

  override async commit(generation: Generation, commit: Commit): Promise<void> {
    if (this.waits(commit, generation)) {
      this.#reach();
      await this.#gate;
    }
    return super.commit(generation, commit);
  }
}
