import { randomUUID } from 'node:crypto';
import type { EventStore, NewEvent, StoredEvent } from '../event-store.js';
import { recordHash } from '../hash-chain.js';

/** The name of a stream that nobody else uses. */
export const aStream = (): string => `youth-${randomUUID()}`;

/** The end of a stream, to which a chain is tied. */
export interface StreamEnd {
  readonly revision: number;
  readonly hash: Uint8Array;
}

/** Events that follow the end of a stream (default: its beginning), each with the hash that chains it to the one before. */
export const chained = (stream: string, events: readonly Partial<NewEvent>[], end?: StreamEnd): readonly NewEvent[] => {
  let previous = end?.hash;
  return events.map((given, index) => {
    const event = { id: randomUUID(), type: 'ContactAttempted', data: '{"channel":"sms"}', metadata: '{"actor":"ot"}', ...given };
    previous = recordHash(previous, stream, (end?.revision ?? -1) + 1 + index, event);
    return { ...event, hash: previous };
  });
};

/** So many events for the beginning of a stream; their chain is of no interest. */
export const someEvents = (count: number): readonly NewEvent[] =>
  chained(
    aStream(),
    Array.from({ length: count }, () => ({})),
  );

/** One event, with what is given. */
export const anEvent = (given: Partial<NewEvent> = {}): NewEvent => ({ ...someEvents(1)[0], ...given }) as NewEvent;

/** The ids of events, in their order. */
export const idsOf = (events: readonly NewEvent[]): readonly string[] => events.map(({ id }) => id);

/** What a subscription gives after a position, until it is enough; ends the subscription. */
export const collect = async (
  store: EventStore,
  after: bigint | undefined,
  isEnough: (events: readonly StoredEvent[]) => boolean,
): Promise<readonly StoredEvent[]> => {
  const stop = new AbortController();
  const collected: StoredEvent[] = [];
  for await (const batch of store.subscribe(after, stop.signal)) {
    collected.push(...batch);
    if (isEnough(collected)) stop.abort();
  }
  return collected;
};

/** Whether all of these events are among those that were collected. */
export const holds =
  (events: readonly NewEvent[]) =>
  (collected: readonly StoredEvent[]): boolean =>
    idsOf(events).every((id) => collected.some((event) => event.id === id));
