import { AtHand } from './at-hand.js';
import { Fold, type Hot } from './fold.js';
import { PoisonEvent, type Plan, failureOf, keysOf, planOf } from './plan.js';
import type { Reading } from './reading.js';
import type { AnyView } from './view.js';
import type { Commit, Generation, Parked, ViewStore } from './view-store.js';

/** What a lane moves, and where to. */
export interface LaneOptions {
  readonly view: AnyView;
  readonly store: Pick<ViewStore, 'load' | 'commit'>;
  readonly generation: Generation;
  readonly parked?: readonly Parked[];
  /** Whether a stream that cannot be folded is set aside; if not, the lane stops there. */
  readonly mayPark: (stream: string) => boolean;
  readonly clock: () => Date;
}

/** One generation of a view on its way along the events: folds batches in memory and stores what comes of them, one at a time. */
export class Lane {
  readonly #atHand: AtHand;
  readonly #parked: Map<string, Parked>;
  #checkpoint: bigint | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: LaneOptions) {
    const { view, store, generation } = options;
    this.#atHand = new AtHand(view, store, generation);
    this.#checkpoint = options.generation.checkpoint;
    this.#parked = new Map(options.parked?.map((parked) => [parked.stream, parked]));
  }

  /** The last event that is folded or set aside, and stored. */
  get checkpoint(): bigint | undefined {
    return this.#checkpoint;
  }

  /** The streams that are set aside. */
  get parked(): readonly Parked[] {
    return [...this.#parked.values()];
  }

  /** Folds a batch, in order, without what is behind the checkpoint. Throws PoisonEvent where it may not park, and what the store throws. */
  take(readings: readonly Reading[]): Promise<void> {
    return this.#inTurn(async () => {
      const fresh = readings.filter(({ position }) => this.#checkpoint === undefined || position > this.#checkpoint);
      const last = fresh.at(-1);
      if (!last) return;
      const plans = fresh.map((reading) => planOf(this.options.view, reading));
      const fold = await this.#foldOver(plans);
      const aside = new Map<string, Parked>();
      for (const plan of plans) this.#foldOrPark(fold, plan, aside);
      await this.#commit(fold, { checkpoint: last.position, parked: [...aside.values()], unparked: [] });
    });
  }

  /** Folds a stream that was set aside, from where it failed up to the checkpoint. False when it fails again, there or later. */
  retry(stream: string, read: () => Promise<readonly Reading[]>): Promise<boolean> {
    return this.#inTurn(async () => {
      const parked = this.#parked.get(stream);
      const checkpoint = this.#checkpoint;
      if (!parked || checkpoint === undefined) return true;
      // Read in turn: what came since would be set aside by then, and missing here.
      const due = (await read()).filter(({ position }) => position >= parked.position && position <= checkpoint);
      const plans = due.map((reading) => planOf(this.options.view, reading));
      const fold = await this.#foldOver(plans);
      const failed = plans.find((plan) => failureOf(plan, (event, keys) => fold.applyLate(event, keys)) !== undefined);
      const still = failed ? [{ ...parked, position: failed.reading.position }] : [];
      await this.#commit(fold, { checkpoint, parked: still, unparked: failed ? [] : [stream] });
      return failed === undefined;
    });
  }

  async #foldOver(plans: readonly Plan[]): Promise<Fold> {
    const documents = new Map<string, Hot>();
    await this.#atHand.bring(keysOf(plans), documents);
    return new Fold(this.options.view, documents);
  }

  #foldOrPark(fold: Fold, plan: Plan, aside: Map<string, Parked>): void {
    const { stream, position } = plan.reading;
    if (this.#parked.has(stream) || aside.has(stream)) return;
    const code = failureOf(plan, (event, keys) => fold.apply(event, keys));
    if (code === undefined) return;
    const { view, mayPark, clock } = this.options;
    if (!mayPark(stream)) throw new PoisonEvent(view.name, plan.reading, code);
    aside.set(stream, { stream, position, code, since: clock().toISOString() });
  }

  async #commit(fold: Fold, { checkpoint, parked, unparked }: Pick<Commit, 'checkpoint' | 'parked' | 'unparked'>): Promise<void> {
    const { store, generation } = this.options;
    await store.commit(generation, { after: this.#checkpoint, checkpoint, documents: fold.changes(), parked, unparked });
    this.#checkpoint = checkpoint;
    for (const stream of unparked) this.#parked.delete(stream);
    for (const stream of parked) this.#parked.set(stream.stream, stream);
    this.#atHand.keep(fold.documents);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work, work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
