import { hasReached } from './generations.js';
import type { Track, TrackMode } from './track.js';

/** How a view is doing. */
export interface ViewState {
  readonly view: string;
  readonly version: number;
  readonly mode: TrackMode;
  /** The last event that it has seen. */
  readonly checkpoint: bigint | undefined;
  readonly head: bigint | undefined;
  /** Events that it is behind; where positions have gaps, the distance. */
  readonly lag: bigint;
  readonly lastBeat: Date;
  readonly beatAgeMs: number;
  /** How many streams it has set aside. */
  readonly parked: number;
  /** Since when it does not tell everything: a stream is set aside, or its store takes nothing. */
  readonly degradedSince?: string;
  /** What a build stopped at; says nothing of what the event holds. */
  readonly stoppedBy?: string;
}

/** How a view is doing at an instant, when the events have come to the head. */
export const stateOf = (track: Track, head: bigint | undefined, now: Date): ViewState => {
  const { view, mode, checkpoint, lastBeat, parked, troubledSince, poison } = track;
  const troubles = [...parked.map(({ since }) => since), ...(troubledSince ? [troubledSince.toISOString()] : [])];
  const degradedSince = troubles.toSorted()[0];
  return {
    view: view.name,
    version: view.version,
    mode,
    checkpoint,
    head,
    lag: hasReached(checkpoint, head) ? 0n : (head ?? 0n) - (checkpoint ?? 0n),
    lastBeat,
    // A beat of the future, after the clock was set back, says nothing of now: it is as far away as one of the past.
    beatAgeMs: Math.abs(now.getTime() - lastBeat.getTime()),
    parked: parked.length,
    ...(degradedSince !== undefined && { degradedSince }),
    ...(poison && { stoppedBy: poison.message }),
  };
};
