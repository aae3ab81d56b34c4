import { setImmediate } from 'node:timers/promises';
import type { StoredEvent } from '../event-store.js';
import type { Bell } from './bell.js';

const PAGE = 1_000;
const POLL_MILLISECONDS = 250;

/** What a subscription reads from. */
export interface Followed {
  /** At most `limit` events after the position, in order; throws SubscriptionCut when there is nothing to read from any more. */
  readonly page: (after: bigint | undefined, limit: number) => readonly StoredEvent[];
  /** Rings when something was appended; what other processes append is found by looking now and then. */
  readonly bell: Bell;
}

/** Pages of the past and then of what is new, from an engine that can be read at any time, until the signal. */
export async function* follow(
  { page, bell }: Followed,
  after: bigint | undefined,
  signal: AbortSignal,
): AsyncGenerator<readonly StoredEvent[]> {
  let position = after;
  while (!signal.aborted) {
    const events = page(position, PAGE);
    if (events.length === 0) {
      await bell.heard(signal, POLL_MILLISECONDS);
      continue;
    }
    position = events.at(-1)?.position;
    yield events;
    // Reading is synchronous: without a turn of the event loop a long past would let nobody else in.
    await setImmediate();
  }
}
