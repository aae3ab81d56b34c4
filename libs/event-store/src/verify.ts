import { createHash, type Hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { EventStore, StoredEvent } from './event-store.js';
import { explain, follows, type Problem, type VerifiedEnd } from './verify.explain.js';

/** What a log looked like once; as JSON it can be kept where the log's keeper cannot reach it. */
export interface SavedHead {
  /** The newest event's; absent when there was none. */
  readonly position?: string;
  readonly events: number;
  /** SHA-256 over the hashes of all events in the order of their positions, in hexadecimal. */
  readonly digest: string;
}

/** What came out of a verification: the head that was reached, or the first problem. */
export type Verification =
  | { readonly ok: true; readonly head: SavedHead; readonly events: number; readonly streams: number }
  | { readonly ok: false; readonly problem: Problem };

/** What a verification may look at, and tell. */
export interface VerifyOptions {
  /** A head that was saved before: shows a tail that was cut off, and a log that was rewritten with hashes that fit. */
  readonly against?: SavedHead;
  /** Hears how many events have been verified, now and then. */
  readonly onProgress?: (events: number) => void;
}

const PAGE = 2_000;

type Verified = Pick<EventStore, 'read' | 'readAll' | 'positions'>;

class Walk {
  readonly #ends = new Map<string, VerifiedEnd>();
  readonly #digest: Hash = createHash('sha256');
  #position: bigint | undefined;
  #events = 0;

  constructor(
    private readonly store: Verified,
    private readonly against: SavedHead | undefined,
  ) {}

  /** Goes on over the next events of the log; the first problem among them. */
  async over(events: readonly StoredEvent[]): Promise<Problem | undefined> {
    for (const event of events) {
      const problem = this.#gapBefore(event);
      if (problem) return problem;
      const end = this.#ends.get(event.stream);
      if (event.revision !== (end?.revision ?? -1) + 1 || !follows(end?.hash, event.revision, event))
        return explain(this.store, event, end);
      this.#add(event);
      if (this.#isRewritten()) return this.#rewritten();
    }
    return undefined;
  }

  /** What came out, once there are no more events. */
  outcome(): Verification {
    const problem = this.#cutOff();
    if (problem) return { ok: false, problem };
    return { ok: true, head: this.#head(), events: this.#events, streams: this.#ends.size };
  }

  get position(): bigint | undefined {
    return this.#position;
  }

  get events(): number {
    return this.#events;
  }

  #add({ stream, revision, position, hash }: StoredEvent): void {
    // A copy, since the hash of a page may hold on to the memory of many.
    this.#ends.set(stream, { revision, hash: new Uint8Array(hash) });
    this.#digest.update(hash);
    this.#position = position;
    this.#events += 1;
  }

  #gapBefore({ position, stream, revision }: StoredEvent): Problem | undefined {
    const expected = (this.#position ?? 0n) + 1n;
    if (this.store.positions === 'sparse' || position === expected) return undefined;
    if (position > expected) return { kind: 'missing', position: expected, says: `There is no event at position ${expected} any more.` };
    return { kind: 'inserted', position, stream, revision, says: `The hub stores no event at a position like ${position}.` };
  }

  #head(): SavedHead {
    const head = { events: this.#events, digest: this.#digest.copy().digest('hex') };
    return this.#position === undefined ? head : { position: String(this.#position), ...head };
  }

  #isRewritten(): boolean {
    if (!this.against || this.against.events !== this.#events) return false;
    const { position, digest } = this.#head();
    return position !== this.against.position || digest !== this.against.digest;
  }

  #rewritten(): Problem {
    const says =
      `The first ${this.#events} events fit together, but they are not those of the saved head: ` +
      'the log was rewritten or put in another order somewhere among them, or the saved head belongs to another log.';
    return { kind: 'altered', says };
  }

  #cutOff(): Problem | undefined {
    const gone = (this.against?.events ?? 0) - this.#events;
    if (gone <= 0) return undefined;
    const says = `The newest ${gone} of the ${this.#events + gone} events of the saved head are gone.`;
    return this.#position === undefined ? { kind: 'cut-off', says } : { kind: 'cut-off', position: this.#position, says };
  }
}

/**
 * Reads the whole log and computes every stream's chain of hashes anew from what is stored. What it cannot see without a saved head:
 * newest events that were cut off, and a log that was rewritten with hashes that fit. Needs no key.
 */
export const verify = async (store: Verified, { against, onProgress }: VerifyOptions = {}): Promise<Verification> => {
  const walk = new Walk(store, against);
  for (;;) {
    const events = await store.readAll(walk.position, PAGE);
    if (events.length === 0) return walk.outcome();
    const problem = await walk.over(events);
    if (problem) return { ok: false, problem };
    onProgress?.(walk.events);
    await setImmediate();
  }
};
