import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { aStream, collect, idsOf, openInNewDirectory, someEvents } from '../testing/index.js';
import { InMemoryEventStore } from './in-memory.event-store.js';

const openInMemory = async () => {
  const store = InMemoryEventStore.empty();
  return { store, close: () => store.close() };
};

describe('a subscriber in the same process', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it.each([
    ['in memory', openInMemory],
    ['in SQLite', () => openInNewDirectory()],
  ])('hears of what was appended without looking for it: %s', async (_, open) => {
    const { store, close } = await open();
    const collecting = collect(store, undefined, ({ length }) => length >= 3);
    const [first, second] = [someEvents(1), someEvents(2)];
    await store.append(aStream(), 'no-stream', first);
    await store.append(aStream(), 'no-stream', second);
    expect(idsOf(await collecting)).toEqual(idsOf([...first, ...second]));
    await close();
  });
});
