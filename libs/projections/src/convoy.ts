import { setImmediate } from 'node:timers/promises';
import type { Patience } from './patience.js';
import type { Reading } from './reading.js';
import type { Source } from './source.js';
import { hasReached } from './generations.js';
import type { Track } from './track.js';

const LARGE_BATCH = 100;

interface ConvoyOptions {
  readonly tracks: readonly Track[];
  readonly source: Source;
  /** The last event that the feed has handed on. */
  readonly position: () => bigint | undefined;
  readonly patience: () => Patience;
  readonly clock: () => Date;
  readonly stopping: AbortSignal;
}

/** All views on their way: those that keep up with the feed are given each batch, the others come up from behind, each by itself. */
export class Convoy {
  readonly #comingUp = new Map<Track, Promise<void>>();
  /** With a batch at hand: only when that is stored can it be said whether they keep up. */
  readonly #busy = new Set<Track>();

  constructor(private readonly options: ConvoyOptions) {}

  /** Hands a batch of the feed to the views that keep up. */
  async handOn(readings: readonly Reading[]): Promise<void> {
    const following = this.options.tracks.filter(({ follows }) => follows);
    const take = (track: Track): Promise<void> => this.#attempt(track, () => track.take(readings));
    if (readings.length <= LARGE_BATCH) {
      // In one turn, so that all of them share a commit.
      await Promise.all(following.map(take));
      return;
    }
    // Folding and storing are synchronous here: after each view somebody else must get a turn.
    for (const track of following) await take(track).then(() => setImmediate());
  }

  /** Decides for every view whether it keeps up, and sends those that do not on their way. */
  direct(): void {
    for (const track of this.options.tracks) this.#direct(track);
  }

  /** Ends when nobody is on the way any more. */
  async arrived(): Promise<void> {
    await Promise.all(this.#comingUp.values());
  }

  #direct(track: Track): void {
    if (this.#busy.has(track)) return;
    track.follows = track.isMoving && hasReached(track.checkpoint, this.options.position());
    if (track.follows || !track.isMoving || this.#comingUp.has(track)) return;
    this.#comingUp.set(
      track,
      this.#comeUp(track).finally(() => this.#comingUp.delete(track)),
    );
  }

  async #comeUp(track: Track): Promise<void> {
    const { source, stopping } = this.options;
    const patience = this.options.patience();
    while (!stopping.aborted && track.isMoving && !track.follows) {
      const before = track.checkpoint;
      await this.#attempt(track, async () => track.take(await source.readAfter(track.checkpoint)));
      if (hasReached(before, track.checkpoint)) await patience.wait(stopping);
      else patience.renew();
      await setImmediate();
    }
  }

  /** One view in trouble does not hold up the others. */
  async #attempt(track: Track, work: () => Promise<void>): Promise<void> {
    this.#busy.add(track);
    try {
      await work();
    } catch {
      track.troubledSince ??= this.options.clock();
    }
    this.#busy.delete(track);
    this.#direct(track);
  }
}
