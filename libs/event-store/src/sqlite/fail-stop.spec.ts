import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { loadEngine, type SqliteEngine } from '@samspor/sqlite';
import { failingEngine, type Failure } from '@samspor/sqlite/testing';
import type { EventStore } from '../event-store.js';
import { anEvent, aStream, idsOf, onAStore, openInNewDirectory, someEvents } from '../testing/index.js';

const IO_ERROR = 10;
const BUSY = 5;

/** An engine that works until it is told which statement fails next: the nth one that begins like this. */
const brokenOnDemand = async () => {
  let next: { readonly sql: string; readonly failure: Failure; left: number } | undefined;
  const engine = failingEngine(await loadEngine(), (sql) => {
    if (!next || !sql.startsWith(next.sql)) return undefined;
    next.left -= 1;
    if (next.left > 0) return undefined;
    const { failure } = next;
    next = undefined;
    return failure;
  });
  const breakAt = (sql: string, failure: Failure, nth = 1): void => {
    next = { sql, failure, left: nth };
  };
  return { engine, breakAt };
};

const openBreakable = async () => {
  const { engine, breakAt } = await brokenOnDemand();
  return { ...(await openInNewDirectory(engine)), breakAt };
};

const namesOf = (outcomes: readonly PromiseSettledResult<unknown>[]): readonly string[] =>
  outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 'stored' : String(outcome.reason.name)));

const appendThree = (store: EventStore, stream: string) =>
  Promise.allSettled([
    store.append(stream, 'no-stream', someEvents(2)),
    store.append(stream, 'no-stream', someEvents(2)),
    store.append(aStream(), 'no-stream', someEvents(1)),
  ]);

describe('an event store whose disk fails', () => {
  const on = onAStore(openBreakable);

  it.each(['INSERT', 'SELECT stream, revision', 'BEGIN'])('stores nothing of the moment, and stops, when %s fails', (sql) =>
    on(async ({ store, reopen, breakAt }) => {
      const stream = aStream();
      await store.append(stream, 'no-stream', someEvents(1));
      breakAt(sql, { code: IO_ERROR, when: 'before' });
      const failed = await appendThree(store, aStream());
      expect(namesOf(failed)).toEqual(['StoreUnavailable', 'StoreUnavailable', 'StoreUnavailable']);
      expect(store.fault()).toMatch(/take no more writes, since the disk failed\. Check the disk .* then restart the hub/);
      await expect(store.append(stream, 0, someEvents(1))).rejects.toMatchObject({ name: 'StoreUnavailable', message: store.fault() });
      expect(await store.readAll(undefined, 10)).toHaveLength(1);
      const again = await reopen();
      expect(again.fault()).toBeUndefined();
      await again.append(stream, 0, someEvents(1));
      expect((await again.readAll(undefined, 10)).map(({ position }) => position)).toEqual([1n, 2n]);
    })(),
  );

  it.each(['before', 'after'] as const)('does not know the outcome when it fails %s the commit, and a repeat is one effect', (when) =>
    on(async ({ store, reopen, breakAt }) => {
      const [stream, events] = [aStream(), someEvents(3)];
      breakAt('COMMIT', { code: IO_ERROR, when });
      const outcomes = await Promise.allSettled([
        store.append(stream, 'no-stream', events),
        store.append(stream, 'no-stream', someEvents(1)),
      ]);
      // The second rests on the first, of which nobody knows whether it was stored: neither may be called refused.
      expect(namesOf(outcomes)).toEqual(['OutcomeUnknown', 'OutcomeUnknown']);
      await expect(store.append(stream, 2, someEvents(1))).rejects.toMatchObject({ name: 'StoreUnavailable' });
      const again = await reopen();
      expect(await again.append(stream, 'no-stream', events)).toMatchObject({ revision: 2, position: 3n });
      expect(idsOf(await again.read(stream))).toEqual(idsOf(events));
    })(),
  );

  it(
    'refuses what has queued up behind the failure',
    on(async ({ store, breakAt }) => {
      breakAt('COMMIT', { code: IO_ERROR, when: 'before' });
      const many = Array.from({ length: 300 }, () => store.append(aStream(), 'no-stream', someEvents(1)));
      const names = namesOf(await Promise.allSettled(many));
      expect(names.slice(0, 32)).toEqual(Array.from({ length: 32 }, () => 'OutcomeUnknown'));
      expect(names.slice(32)).toEqual(Array.from({ length: 268 }, () => 'StoreUnavailable'));
    }),
  );

  it(
    'stops when a read fails, and cuts its subscriptions',
    on(async ({ store, breakAt }) => {
      await store.append(aStream(), 'no-stream', someEvents(1));
      breakAt('SELECT', { code: IO_ERROR, when: 'before' });
      await expect(store.readAll(undefined, 10)).rejects.toMatchObject({ name: 'StoreUnavailable' });
      expect(store.fault()).toMatch(/the disk failed/);
      breakAt('SELECT', { code: IO_ERROR, when: 'before' });
      const subscription = store.subscribe(undefined, new AbortController().signal)[Symbol.asyncIterator]();
      await expect(subscription.next()).rejects.toMatchObject({ name: 'SubscriptionCut' });
    }),
  );

  it.each([
    ['BEGIN', 1],
    ['INSERT', 2],
  ])('goes on, as if nothing had been asked, when it was only busy at %s', (sql, nth) =>
    on(async ({ store, breakAt }) => {
      breakAt(sql, { code: BUSY, when: 'before' }, nth);
      const streams = [aStream(), aStream()];
      const appendToBoth = () => Promise.allSettled(streams.map((stream) => store.append(stream, 'no-stream', someEvents(1))));
      expect(namesOf(await appendToBoth())).toEqual(['StoreUnavailable', 'StoreUnavailable']);
      expect(store.fault()).toBeUndefined();
      expect(namesOf(await appendToBoth())).toEqual(['stored', 'stored']);
      expect((await store.readAll(undefined, 10)).map(({ position }) => position)).toEqual([1n, 2n]);
    })(),
  );
});

describe('an event store that fails at its nth statement', () => {
  it('has stored all of an append or nothing, and what it acknowledged, for every n', async () => {
    let isDone = false;
    for (let nth = 1; !isDone; nth += 1) {
      let left = Number.POSITIVE_INFINITY;
      const engine = failingEngine(await loadEngine(), () => {
        left -= 1;
        return left === 0 ? { code: IO_ERROR, when: nth % 2 === 0 ? 'before' : 'after' } : undefined;
      });
      const { store, reopen, close } = await openInNewDirectory(engine);
      const lists = [someEvents(3), someEvents(1), someEvents(2)].map((events) => ({ stream: aStream(), events }));
      left = Math.ceil(nth / 2);
      const outcomes = await Promise.allSettled(lists.map(({ stream, events }) => store.append(stream, 'no-stream', events)));
      isDone = left > 0;
      const again = await reopen();
      for (const [index, { stream, events }] of lists.entries()) {
        const stored = idsOf(await again.read(stream));
        expect([[], idsOf(events)]).toContainEqual(stored);
        if (namesOf(outcomes)[index] === 'stored') expect(stored).toEqual(idsOf(events));
        if (namesOf(outcomes)[index] === 'StoreUnavailable') expect(stored).toEqual([]);
      }
      await close();
    }
  }, 60_000);
});

describe('an event store on a full disk', () => {
  it('stores nothing of what did not fit, says so, and goes on when there is room again', async () => {
    const engine = await loadEngine();
    const small: SqliteEngine = (file, readOnly) => {
      const database = engine(file, readOnly);
      database.exec('PRAGMA max_page_count = 40');
      return database;
    };
    const { store, reopen, close } = await openInNewDirectory(small);
    const stream = aStream();
    await store.append(stream, 'no-stream', someEvents(2));
    const tooMuch = anEvent({ data: JSON.stringify('x'.repeat(200_000)) });
    const outcomes = await Promise.allSettled([store.append(stream, 1, someEvents(1)), store.append(aStream(), 'no-stream', [tooMuch])]);
    expect(namesOf(outcomes)).toEqual(['StoreUnavailable', 'StoreUnavailable']);
    expect(store.fault()).toMatch(/the disk is full\. Make room, then restart the hub/);
    const again = await reopen(engine);
    expect((await again.readAll(undefined, 10)).map(({ position }) => position)).toEqual([1n, 2n]);
    expect(await again.append(stream, 1, [tooMuch])).toMatchObject({ revision: 2, position: 3n });
    await close();
  });
});

describe('an event store whose file is damaged', () => {
  it('says so when it comes to read there, and takes no more writes', async () => {
    const { store, reopen, file, close } = await openInNewDirectory();
    for (let count = 0; count < 20; count += 1) await store.append(aStream(), 'no-stream', someEvents(100));
    await store.close();
    const damaged = openSync(file, 'r+');
    const { size } = statSync(file);
    for (let at = 8 * 4096; at < size; at += 4096) writeSync(damaged, Buffer.alloc(100, 0xee), 0, 100, at);
    closeSync(damaged);
    const again = await reopen();
    await expect(again.readAll(undefined, 5_000)).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect(again.fault()).toMatch(/the file is damaged\. Stop the hub, run `samspor verify`/);
    await expect(again.append(aStream(), 'no-stream', someEvents(1))).rejects.toMatchObject({ name: 'StoreUnavailable' });
    await close();
  });
});
