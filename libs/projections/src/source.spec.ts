import { InMemoryEventStore } from '@samspor/event-store';
import { readerOf } from './reading.js';
import { Source } from './source.js';
import { append, storeOf } from './testing/event-log.js';
import { something } from './testing/running.js';

const many = Array.from({ length: 1_001 }, () => something('youth-1'));
const lengthOf = async (source: Source, after?: bigint): Promise<number> => (await source.readAfter(after)).length;

describe('a source', () => {
  it('gives those who read side by side the same batch', async () => {
    const source = new Source(await storeOf(...many), readerOf());
    const [one, other] = await Promise.all([source.readAfter(undefined), source.readAfter(undefined)]);
    expect(one).toHaveLength(1_000);
    expect(other).toBe(one);
  });

  it('reads anew what may have grown', async () => {
    const events = await storeOf(something('youth-1'));
    const source = new Source(events, readerOf());
    expect(await lengthOf(source)).toBe(1);
    await append(events, something('youth-1'));
    expect(await lengthOf(source)).toBe(2);
  });

  it('asks again after a failure', async () => {
    const events = InMemoryEventStore.empty();
    const source = new Source(events, readerOf());
    const { readAll } = events;
    events.readAll = () => Promise.reject(new Error('not now'));
    await expect(source.readAfter(undefined)).rejects.toThrow('not now');
    events.readAll = readAll;
    expect(await lengthOf(source)).toBe(0);
  });
});
