/** A stream's past as it was at one revision. Holds nothing personal: states are folded from what stands in clear. */
export interface Snapshot {
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
  /** Of the event at that revision, so that a snapshot of another history is not taken for one of this. */
  readonly hash: Uint8Array;
  /** The state as JSON. */
  readonly state: string;
  /** Marks of the commands that led here. */
  readonly commands: Uint8Array;
}

/**
 * Keeps snapshots from one start to the next. A cache beside the events: what it loses, or cannot keep, is folded again from them, so it
 * never fails anybody.
 */
export abstract class SnapshotStore {
  /** The newest snapshot of a stream. */
  abstract find(stream: string): Promise<Snapshot | undefined>;
  /** Keeps it soon, in place of an older one. It is asked for when its turn comes. */
  abstract keep(stream: string, snapshot: () => Snapshot): void;
  /** Keeps what waits. */
  abstract close(): Promise<void>;
}
