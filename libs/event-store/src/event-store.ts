/** An event ready to be stored: canonical bytes that the hash chain covers. `id` is unique over the whole store. */
export interface NewEvent {
  /** UUID, derived from (stream, command id, index); the same command gives the same ids. */
  readonly id: string;
  readonly type: string;
  /** JSON text without personal fields. */
  readonly data: string;
  /** JSON text of the envelope. */
  readonly metadata: string;
  /** Encrypted personal fields. */
  readonly sealed?: Uint8Array;
  /** SHA-256 over the previous event's hash and this event's bytes. */
  readonly hash: Uint8Array;
}

/** An event where it stands. */
export interface StoredEvent extends NewEvent {
  readonly stream: string;
  /** From 0, dense within a stream. */
  readonly revision: number;
  /** Opaque and ordered over all streams; never computed with. */
  readonly position: bigint;
}

/** An event as who folds it needs it: what only the hash chain needs is not read. */
export type ScannedEvent = Omit<StoredEvent, 'hash'>;

/** What the stream must look like: exactly this last revision, or no events, or some, or whatever. */
export type ExpectedRevision = number | 'no-stream' | 'stream-exists' | 'any';

/** The last of the appended events. */
export interface Appended {
  readonly revision: number;
  readonly position: bigint;
  /** False only when this very call has stored them. True after a repeat, and from an engine that cannot tell. */
  readonly repeated: boolean;
}

/** How many events and bytes one append may hold. */
export const appendLimits = { events: 100, bytes: 1_048_576 } as const;

/**
 * Where events live. A port: nothing else in the system knows which engine runs.
 *
 * An append ends in one of three ways: stored (it returns, and the events are durable), refused (it throws
 * WrongExpectedRevision or AppendRefused, and nothing was stored), or unknown (it throws OutcomeUnknown). After unknown,
 * repeat it with the same ids, the same full list and the same expected revision: it is one effect. A repeat of an append
 * that was stored answers as the first time, also when the stream has grown since.
 */
export abstract class EventStore {
  /** Whether positions count from 1 without gaps; then a gap means that an event is missing. */
  abstract readonly positions: 'dense' | 'sparse';
  /** The events of one stream after a revision (default: all), oldest first; none if the stream does not exist. */
  abstract read(stream: string, afterRevision?: number): Promise<readonly StoredEvent[]>;
  /** At most `limit` events of one stream before a revision (undefined: from its last one on), newest first. */
  abstract readBack(stream: string, beforeRevision: number | undefined, limit: number): Promise<readonly ScannedEvent[]>;
  /** At most `limit` events of all streams after the position (exclusive), in order. */
  abstract readAll(after: bigint | undefined, limit: number): Promise<readonly StoredEvent[]>;
  /** As `readAll`, for who goes through all of them. */
  scan(after: bigint | undefined, limit: number): Promise<readonly ScannedEvent[]> {
    return this.readAll(after, limit);
  }
  /** All or nothing. */
  abstract append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended>;
  /**
   * Batches of every event after the position (exclusive), in order, and then of each new one as it comes, until the signal.
   * May be cut by the store at any time by throwing SubscriptionCut: open it again after the last event handled.
   */
  abstract subscribe(after: bigint | undefined, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]>;
  /** The position of the newest event; undefined when there is none. */
  abstract head(): Promise<bigint | undefined>;
  /** Why nothing can be written now; undefined when all is well. */
  abstract fault(): string | undefined;
  abstract close(): Promise<void>;
}

/** Somebody else appended first, or the stream is not as expected. Nothing was stored. */
export class WrongExpectedRevision extends Error {
  override readonly name = 'WrongExpectedRevision';
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    /** The stream's last revision. */
    readonly actual: number | 'no-stream',
  ) {
    super(`expected ${String(expected)}, found ${String(actual)}`);
  }
}

/** The append itself cannot be taken (empty, too large, an id twice). Nothing was stored. */
export class AppendRefused extends Error {
  override readonly name = 'AppendRefused';
}

/** It cannot be said whether the events were stored. Repeat the same append. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/** The store has stopped taking writes (disk, rights, damage); nothing was stored. Says what to do. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The store ended a subscription; open it again after the last event handled. */
export class SubscriptionCut extends Error {
  override readonly name = 'SubscriptionCut';
}
