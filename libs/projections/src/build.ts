import { AtHand } from './at-hand.js';
import { Fold } from './fold.js';
import { PoisonEvent, failureOf, keysOf, planOf } from './plan.js';
import type { Reading } from './reading.js';
import type { AnyView } from './view.js';
import type { Generation, ViewStore } from './view-store.js';

/** How many changed documents wait to be stored. Not events: those of the same time are mostly about the same youths. */
const WINDOW = 2_000;

/** A generation that nobody else moves and nobody reads: folds far ahead of what is stored, so that a document is stored once for many events. */
export class Build {
  readonly #atHand: AtHand;
  #checkpoint: bigint | undefined;
  #folded: bigint | undefined;
  #fold: Fold;

  constructor(
    private readonly view: AnyView,
    private readonly store: ViewStore,
    private readonly generation: Generation,
  ) {
    this.#atHand = new AtHand(view, store, generation);
    this.#fold = new Fold(view, new Map());
  }

  /** The last event that is folded, though perhaps not stored. */
  get folded(): bigint | undefined {
    return this.#folded;
  }

  /** Folds what comes after that. Throws PoisonEvent, and what the store throws. */
  async take(readings: readonly Reading[]): Promise<void> {
    const plans = readings.map((reading) => planOf(this.view, reading));
    await this.#atHand.bring(keysOf(plans), this.#fold.documents);
    for (const plan of plans) {
      const code = failureOf(plan, (event, keys) => this.#fold.apply(event, keys));
      if (code !== undefined) throw new PoisonEvent(this.view.name, plan.reading, code);
    }
    this.#folded = readings.at(-1)?.position ?? this.#folded;
    if (this.#fold.changed >= WINDOW) await this.save();
  }

  /** Stores what is folded. */
  async save(): Promise<void> {
    const commit = { after: this.#checkpoint, checkpoint: this.#folded, documents: this.#fold.changes(), parked: [], unparked: [] };
    await this.store.commit(this.generation, commit);
    this.#checkpoint = this.#folded;
    this.#atHand.keep(this.#fold.documents);
    this.#fold = new Fold(this.view, new Map());
  }
}
