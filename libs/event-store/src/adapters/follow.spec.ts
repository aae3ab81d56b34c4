import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { EventStore } from '../event-store.js';
import { aStream, collect, idsOf, openInNewDirectory, someEvents } from '../testing/index.js';
import { InMemoryEventStore } from './in-memory.event-store.js';

const inMemory = async (): Promise<EventStore> => InMemoryEventStore.empty();
const inSqlite = async (): Promise<EventStore> => (await openInNewDirectory()).store;

describe('a subscriber in the same process', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it.each([
    ['in memory', inMemory],
    ['in SQLite', inSqlite],
  ])('hears of what was appended without looking for it: %s', async (_, open) => {
    const store = await open();
    const collecting = collect(store, undefined, ({ length }) => length >= 3);
    const [first, second] = [someEvents(1), someEvents(2)];
    await store.append(aStream(), 'no-stream', first);
    await store.append(aStream(), 'no-stream', second);
    expect(idsOf(await collecting)).toEqual(idsOf([...first, ...second]));
    await store.close();
  });
});
