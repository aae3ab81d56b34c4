import { describe, expect, it } from '@jest/globals';
import { SubscriptionCut, type EventStore, type StoredEvent } from '../../event-store.js';
import { aStream, collect, holds, idsOf, someEvents } from '../events-for-tests.js';
import { FaultyEventStore } from '../faulty.event-store.js';
import { onAStore, type OpenStore } from '../opened-store.js';

/** Follows a store as a projector does: after each of so many cuts it goes on behind the last event that it handled. */
const followThroughCuts = async (store: EventStore, after: bigint | undefined, last: string, cuts: number) => {
  const handled: StoredEvent[] = [];
  const stop = new AbortController();
  for (let cut = 0; cut <= cuts; cut += 1) {
    try {
      for await (const batch of store.subscribe(handled.at(-1)?.position ?? after, stop.signal)) {
        handled.push(...batch);
        if (batch.some(({ id }) => id === last)) stop.abort();
      }
    } catch (error) {
      if (!(error instanceof SubscriptionCut)) throw error;
    }
  }
  return handled;
};

const append = async (store: EventStore, count: number): Promise<readonly string[]> => {
  const events = someEvents(count);
  await store.append(aStream(), 'no-stream', events);
  return idsOf(events);
};

/** What every event store promises to its subscribers. */
export const subscribingContract = (open: OpenStore): void =>
  describe('a subscription', () => {
    const on = onAStore(open);

    it(
      'gives the past and then what is new, once and in order',
      on(async ({ store }) => {
        const before = await store.head();
        const past = [...(await append(store, 3)), ...(await append(store, 2))];
        const collected: StoredEvent[] = [];
        const stop = new AbortController();
        const added: string[] = [];
        for await (const batch of store.subscribe(before, stop.signal)) {
          collected.push(...batch);
          if (collected.length >= 11) stop.abort();
          else if (collected.length === past.length + added.length) added.push(...(await append(store, 2)));
        }
        expect(idsOf(collected)).toEqual([...past, ...added]);
      }),
    );

    it(
      'gives a past that is longer than a page, while others append',
      on(async ({ store }) => {
        const before = await store.head();
        const streams = Array.from({ length: 11 }, aStream);
        await Promise.all(streams.map((stream) => store.append(stream, 'no-stream', someEvents(100))));
        const collecting = collect(store, before, ({ length }) => length >= 1_200);
        await append(store, 100);
        const collected = await collecting;
        expect(idsOf(collected)).toEqual(idsOf(await store.readAll(before, 5_000)));
        expect(new Set(idsOf(collected)).size).toBe(1_200);
      }),
    );

    it(
      'goes on after a position, without it',
      on(async ({ store }) => {
        const before = await store.head();
        await append(store, 5);
        const all = await store.readAll(before, 5);
        const rest = await collect(store, all[1]?.position, ({ length }) => length >= 3);
        expect(idsOf(rest)).toEqual(idsOf(all.slice(2)));
      }),
    );

    it(
      'waits for what is new after the newest',
      on(async ({ store }) => {
        const collecting = collect(store, await store.head(), ({ length }) => length >= 2);
        const ids = await append(store, 2);
        expect(idsOf(await collecting)).toEqual(ids);
      }),
    );

    it(
      'stops when told, also while it waits and before it began',
      on(async ({ store }) => {
        const stop = new AbortController();
        const waiting = store.subscribe(await store.head(), stop.signal)[Symbol.asyncIterator]();
        const next = waiting.next();
        stop.abort();
        expect(await next).toMatchObject({ done: true });
        await append(store, 1);
        expect(await waiting.next()).toMatchObject({ done: true });
        expect(await store.subscribe(undefined, stop.signal)[Symbol.asyncIterator]().next()).toMatchObject({ done: true });
      }),
    );

    it(
      'is cut when the store is closed',
      on(async ({ store }) => {
        const waiting = store
          .subscribe(await store.head(), new AbortController().signal)
          [Symbol.asyncIterator]()
          .next();
        await store.close();
        await expect(waiting).rejects.toThrow(SubscriptionCut);
      }),
    );

    it(
      'gives each of several subscribers all of it',
      on(async ({ store }) => {
        const before = await store.head();
        const events = someEvents(6);
        const collecting = Array.from({ length: 5 }, () => collect(store, before, holds(events)));
        const stream = aStream();
        for (const [index, event] of events.entries()) await store.append(stream, index === 0 ? 'no-stream' : index - 1, [event]);
        for (const collected of await Promise.all(collecting)) expect(idsOf(collected)).toEqual(idsOf(events));
      }),
    );

    it(
      'loses and repeats nothing for one who goes on after it was cut',
      on(async ({ store }) => {
        const before = await store.head();
        const ids = [...(await append(store, 20)), ...(await append(store, 20))];
        const cuts = [0, 1, 7, 12, 0, 3];
        const faulty = new FaultyEventStore(store, { cuts });
        expect(idsOf(await followThroughCuts(faulty, before, String(ids.at(-1)), cuts.length))).toEqual(ids);
      }),
    );
  });
