import type { CommitGroup } from './commit-group.js';
import { findGenerations, hasReached } from './generations.js';
import { Lane } from './lane.js';
import { PoisonEvent } from './plan.js';
import type { Reading } from './reading.js';
import type { AnyView } from './view.js';
import { type Generation, type Parked, Superseded, type ViewStore } from './view-store.js';
import { Waiters } from './waiters.js';

/**
 * live: answers, and follows · building: is folded, and swapped in when it has seen what there was when it began · stopped: a build
 * met an event that it cannot fold · outdated: newer code than this has built the documents, and goes on with them.
 */
export type TrackMode = 'live' | 'building' | 'stopped' | 'outdated';

interface TrackOptions {
  readonly view: AnyView;
  readonly store: ViewStore;
  readonly commits: CommitGroup;
  readonly head: () => Promise<bigint | undefined>;
  readonly clock: () => Date;
}

/** One view in the projector: the lane that moves it, what readers see of it meanwhile, and those who wait for it. */
export class Track {
  /** Whether the feed hands it every batch; if not, it catches up. */
  follows = false;
  lastBeat: Date;
  /** Since when its store does not take what it folds. */
  troubledSince: Date | undefined;
  /** What a build stopped at. */
  poison: PoisonEvent | undefined;
  readonly #waiters = new Waiters();
  #mode: TrackMode = 'building';
  #generation: Generation | undefined;
  #lane: Lane | undefined;
  #goal: bigint | undefined;
  #visible: bigint | undefined;

  constructor(private readonly options: TrackOptions) {
    this.lastBeat = options.clock();
  }

  get view(): AnyView {
    return this.options.view;
  }

  get mode(): TrackMode {
    return this.#mode;
  }

  get isMoving(): boolean {
    return this.#mode === 'live' || this.#mode === 'building';
  }

  /** The last event that has been folded. */
  get checkpoint(): bigint | undefined {
    return this.#lane?.checkpoint;
  }

  /** The last event that readers see. */
  get visible(): bigint | undefined {
    return this.#visible;
  }

  get parked(): readonly Parked[] {
    return this.#lane?.parked ?? [];
  }

  /** Looks up where the view stands, and begins to build it when there is nothing for this code to go on with. */
  async open(): Promise<void> {
    const { view, store, head } = this.options;
    this.#goal = await head();
    const generations = await findGenerations(store, view.name, this.#goal);
    const live = generations.find(({ state }) => state === 'live');
    const build = generations.find(({ state, version }) => state === 'building' && version === view.version);
    const parked = live ? await store.parked(live) : [];
    this.#visible = live?.checkpoint;
    this.poison = undefined;
    if (live && live.version > view.version) return this.#use('outdated', live);
    if (live?.version === view.version)
      return this.#use(
        'live',
        live,
        this.#laneOf(live, parked, () => true),
      );
    // What answers now has these streams set aside already; anything worse than that shall not take its place.
    const mayPark = (stream: string): boolean => live === undefined || parked.some((aside) => aside.stream === stream);
    const building = build ?? (await store.begin(view.name, view.version));
    this.#use('building', building, this.#laneOf(building, await store.parked(building), mayPark));
    await this.#swapWhenBuilt();
  }

  /** Opens it anew when another process has swapped its documents. */
  async refresh(): Promise<void> {
    const live = (await this.options.store.generations(this.view.name)).find(({ state }) => state === 'live');
    if (live && live.id !== this.#generation?.id && live.version >= this.view.version) await this.open();
  }

  /** Folds a batch. Throws what the store throws. */
  async take(readings: readonly Reading[]): Promise<void> {
    try {
      await this.#lane?.take(readings);
      await this.#swapWhenBuilt();
    } catch (error) {
      await this.#recover(error);
    }
    this.troubledSince = undefined;
    this.lastBeat = this.options.clock();
    this.#show();
  }

  /** Folds a stream that was set aside; false when it fails again. */
  async retry(stream: string, read: () => Promise<readonly Reading[]>): Promise<boolean> {
    return (await this.#lane?.retry(stream, read)) ?? false;
  }

  /** True once readers see the position. */
  async waitFor(position: bigint, timeoutMs: number): Promise<boolean> {
    return hasReached(this.#visible, position) || this.#waiters.wait(position, timeoutMs);
  }

  /** Nobody needs to wait any longer. */
  dismiss(): void {
    this.#waiters.dismiss();
  }

  #laneOf(generation: Generation, parked: readonly Parked[], mayPark: (stream: string) => boolean): Lane {
    const { view, commits, clock } = this.options;
    return new Lane({ view, store: commits, generation, parked, mayPark, clock });
  }

  #use(mode: TrackMode, generation: Generation, lane?: Lane): void {
    this.#mode = mode;
    this.#generation = generation;
    this.#lane = lane;
    this.#show();
  }

  async #swapWhenBuilt(): Promise<void> {
    if (this.#mode !== 'building' || !this.#generation || !hasReached(this.checkpoint, this.#goal)) return;
    if (await this.options.store.swap(this.#generation)) this.#use('live', this.#generation, this.#lane);
  }

  async #recover(error: unknown): Promise<void> {
    if (error instanceof Superseded) return this.open();
    if (!(error instanceof PoisonEvent)) throw error;
    this.#mode = 'stopped';
    this.poison = error;
  }

  #show(): void {
    if (this.#mode === 'live') this.#visible = this.checkpoint;
    if (this.#visible !== undefined) this.#waiters.reach(this.#visible);
  }
}
