import { InMemoryEventStore } from '@samspor/event-store';
import { History } from './history.js';
import { newEventOf } from './testing/record.js';
import { consented, referred, registered } from './testing/stories.js';

const stream = registered.stream;
const events = [registered, consented('c1', '2026-09-10'), referred()].map(newEventOf);

const historyOf = async (...stored: typeof events) => {
  const store = InMemoryEventStore.empty();
  await store.append(stream, 'no-stream', stored);
  return new History(store);
};

describe('the history of a stream', () => {
  it('comes in pages, newest first, and says where the next begins', async () => {
    const history = await historyOf(...events);
    const first = await history.page(stream, undefined, 2);
    expect([first.events.map(({ type }) => type), first.before]).toEqual([['ReferredToNav', 'ConsentGiven'], 1]);
    const second = await history.page(stream, first.before, 2);
    expect([second.events.map(({ type }) => type), second.before]).toEqual([['YouthStreamOpened'], undefined]);
    expect(await history.page('youth-unknown', undefined, 2)).toEqual({ events: [] });
  });

  it('has each event at its revision', async () => {
    const history = await historyOf(...events);
    expect((await history.at(stream, 1))?.type).toBe('ConsentGiven');
    expect([await history.at(stream, 3), await history.at('youth-unknown', 0)]).toEqual([undefined, undefined]);
  });

  it('says how far a stream had come', async () => {
    const history = await historyOf(...events, ...Array.from({ length: 20 }, () => newEventOf(referred())));
    const seenUpTo = (position: bigint) => history.lastSeen(stream, (at) => at <= position);
    expect([await seenUpTo(23n), await seenUpTo(2n), await seenUpTo(0n)]).toMatchObject([{ revision: 22 }, { revision: 1 }, undefined]);
  });

  it('leaves out what it cannot read, and goes on behind it', async () => {
    const [opened, , sent] = events;
    const strange = { ...newEventOf(registered), type: 'OfTomorrow' };
    const broken = { ...newEventOf(registered), data: '{' };
    const history = await historyOf(opened!, strange, broken, sent!);
    const first = await history.page(stream, undefined, 3);
    expect([first.events.map(({ type }) => type), first.before]).toEqual([['ReferredToNav'], 1]);
    expect((await history.page(stream, first.before, 3)).events.map(({ type }) => type)).toEqual(['YouthStreamOpened']);
    expect([await history.at(stream, 1), await history.at(stream, 2)]).toEqual([undefined, undefined]);
  });
});
