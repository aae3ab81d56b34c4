import { InMemoryEventStore } from '@samspor/event-store';
import { type Telling, newEventOf } from './record.js';

/** Appends what is told, each event by itself; the position of the last. */
export const append = async (events: InMemoryEventStore, ...tellings: readonly Telling[]): Promise<bigint> => {
  let last = 0n;
  for (const telling of tellings) last = (await events.append(telling.stream, 'any', [newEventOf(telling)])).position;
  return last;
};

/** An event store that holds what is told. */
export const storeOf = async (...tellings: readonly Telling[]): Promise<InMemoryEventStore> => {
  const events = InMemoryEventStore.empty();
  await append(events, ...tellings);
  return events;
};
