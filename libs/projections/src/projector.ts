import type { EventStore, StoredEvent, Upcast } from '@samspor/event-store';
import { CommitGroup } from './commit-group.js';
import { Convoy } from './convoy.js';
import { Feed } from './feed.js';
import { Patience } from './patience.js';
import { readerOf } from './reading.js';
import { Source } from './source.js';
import { hasReached } from './generations.js';
import { Track } from './track.js';
import { type ViewState, stateOf } from './view-state.js';
import type { AnyView } from './view.js';
import type { Parked, ViewStore } from './view-store.js';

const BEAT_MS = 1_000;
const PAUSE_MS = 50;

/** What the projector works on. */
export interface ProjectorOptions {
  readonly events: EventStore;
  readonly views: ViewStore;
  readonly definitions: readonly AnyView[];
  readonly upcast?: Upcast;
  readonly clock?: () => Date;
  /** How often it looks whether it is alive; a subscription that falls silent is replaced within three beats. */
  readonly beatMs?: number;
  /** The first pause after a failure; each further one is longer. */
  readonly pauseMs?: number;
}

/** Is told which streams have changed up to a position, and up to where readers of every view see all there is; nothing while one is built. */
export type ChangeListener = (position: bigint, streams: readonly string[], seen: bigint | undefined) => void;

/** The one consumer of the events in this process: keeps all views up to date, each at its own pace. */
export class Projector {
  readonly #tracks: readonly Track[];
  readonly #source: Source;
  readonly #feed: Feed;
  readonly #convoy: Convoy;
  readonly #listeners = new Set<ChangeListener>();
  readonly #stopping = new AbortController();
  readonly #clock: () => Date;
  #beats: NodeJS.Timeout | undefined;
  #beating: Promise<void> | undefined;
  #following: Promise<void> | undefined;

  constructor(private readonly options: ProjectorOptions) {
    const { events, views, definitions, upcast, clock = () => new Date(), pauseMs = PAUSE_MS } = options;
    const patience = (): Patience => new Patience(pauseMs);
    this.#clock = clock;
    this.#source = new Source(events, readerOf(upcast));
    const commits = new CommitGroup(views);
    this.#tracks = definitions.map((view) => new Track({ view, store: views, commits, head: () => events.head(), clock }));
    this.#feed = new Feed({ events, handle: (batch) => this.#handle(batch), patience: patience() });
    const position = (): bigint | undefined => this.#feed.position;
    this.#convoy = new Convoy({ tracks: this.#tracks, source: this.#source, position, patience, clock, stopping: this.#stopping.signal });
  }

  /** Looks up where the views stand and begins; views that are behind, or of an older version, come up from there by themselves. */
  async start(): Promise<void> {
    for (const track of this.#tracks) {
      await track.open();
      track.lastBeat = this.#clock();
    }
    const checkpoints = this.#tracks.filter(({ isMoving }) => isMoving).map(({ checkpoint }) => checkpoint);
    const farthest = checkpoints.reduce((far, checkpoint) => (hasReached(far, checkpoint) ? far : checkpoint), undefined);
    this.#following = this.#feed.run(farthest, this.#stopping.signal);
    this.#convoy.direct();
    this.#beats = setInterval(() => this.#beat(), this.options.beatMs ?? BEAT_MS);
  }

  /** Ends when every view stands on a checkpoint. */
  async stop(): Promise<void> {
    clearInterval(this.#beats);
    this.#stopping.abort();
    await Promise.all([this.#following, this.#beating, this.#convoy.arrived()]);
    for (const track of this.#tracks) track.dismiss();
  }

  /** True once readers of the view see the position, false when that takes longer. */
  async waitFor(view: string, position: bigint, timeoutMs: number): Promise<boolean> {
    return this.#track(view).waitFor(position, timeoutMs);
  }

  /** True once readers of every view see the position, false when that takes longer. */
  async seen(position: bigint, timeoutMs: number): Promise<boolean> {
    return (await Promise.all(this.#tracks.map((track) => track.waitFor(position, timeoutMs)))).every(Boolean);
  }

  /** Folds a stream that a view has set aside, in order. False when it fails again. */
  async retry(view: string, stream: string): Promise<boolean> {
    const track = this.#track(view);
    const isFolded = await track.retry(stream, () => this.#source.readStream(stream));
    if (isFolded && track.checkpoint !== undefined) this.#tell(track.checkpoint, [stream]);
    return isFolded;
  }

  /** The streams that a view has set aside. */
  parked(view: string): readonly Parked[] {
    return this.#track(view).parked;
  }

  /** Tells of every change, once the views that keep up show it. Returns how to stop that. */
  onChange(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async state(): Promise<readonly ViewState[]> {
    const head = await this.options.events.head();
    return this.#tracks.map((track) => stateOf(track, head, this.#clock()));
  }

  /** The position up to which readers of every view see all there is. */
  #seenByAll(): bigint | undefined {
    const [first, ...others] = this.#tracks.map(({ visible }) => visible);
    return others.reduce((least, visible) => (hasReached(least, visible) ? visible : least), first);
  }

  #track(view: string): Track {
    const track = this.#tracks.find((candidate) => candidate.view.name === view);
    if (!track) throw new RangeError(`no such view: ${view}`);
    return track;
  }

  async #handle(batch: readonly StoredEvent[]): Promise<void> {
    await this.#convoy.handOn(batch.map(this.#source.reader));
    const position = batch.at(-1)?.position;
    if (position !== undefined) this.#tell(position, [...new Set(batch.map(({ stream }) => stream))]);
  }

  #tell(position: bigint, streams: readonly string[]): void {
    const seen = this.#seenByAll();
    for (const listener of this.#listeners) {
      try {
        listener(position, streams, seen);
      } catch (error) {
        // The views are right whatever a listener makes of it.
        process.emitWarning(`a listener failed: ${String(error)}`);
      }
    }
  }

  #beat(): void {
    this.#beating ??= this.#lookAlive().then(
      () => (this.#beating = undefined),
      // No beat is what tells of it.
      () => (this.#beating = undefined),
    );
  }

  async #lookAlive(): Promise<void> {
    this.#feed.look(await this.options.events.head());
    for (const track of this.#tracks) await track.refresh();
    this.#convoy.direct();
    if (!this.#feed.isListening) return;
    const now = this.#clock();
    for (const track of this.#tracks) if (track.follows) track.lastBeat = now;
    await this.options.views.beat(now);
  }
}
