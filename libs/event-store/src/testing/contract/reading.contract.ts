import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { NewEvent, ScannedEvent, StoredEvent } from '../../event-store.js';
import { anEvent, aStream, idsOf, someEvents } from '../events-for-tests.js';
import { onAStore, type OpenStore } from '../opened-store.js';

const texts = fc.string({ unit: 'binary', maxLength: 200 }).filter((text) => !text.includes('\0'));

const awkwardEvents: fc.Arbitrary<NewEvent> = fc
  .record({
    type: texts.filter((text) => text !== ''),
    data: texts,
    metadata: texts,
    hash: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    sealed: fc.option(fc.uint8Array({ maxLength: 300 }), { nil: undefined }),
  })
  .map(({ sealed, ...given }) => anEvent({ ...given, ...(sealed && { sealed }) }));

const scannedOf = ({ id, type, data, metadata, sealed }: Omit<NewEvent, 'hash'>) => ({
  id,
  type,
  data,
  metadata,
  sealed: sealed && Buffer.from(sealed).toString('hex'),
});

const bytesOf = (event: NewEvent) => ({ ...scannedOf(event), hash: Buffer.from(event.hash).toString('hex') });

const positionsOf = (events: readonly StoredEvent[]): readonly bigint[] => events.map(({ position }) => position);

/** What every event store promises to its readers. */
export const readingContract = (open: OpenStore): void =>
  describe('reading', () => {
    const on = onAStore(open);

    it(
      'reads nothing from a missing stream',
      on(async ({ store }) => {
        expect(await store.read(aStream())).toEqual([]);
      }),
    );

    it(
      'reads back the bytes exactly and in order',
      on(async ({ store }) => {
        const property = fc.asyncProperty(fc.array(awkwardEvents, { minLength: 1, maxLength: 8 }), async (events) => {
          const stream = aStream();
          await store.append(stream, 'no-stream', events);
          const stored = await store.read(stream);
          expect(stored.map(bytesOf)).toEqual(events.map(bytesOf));
          expect(stored.map((event) => [event.stream, event.revision])).toEqual(events.map((_, index) => [stream, index]));
        });
        await fc.assert(property, { numRuns: 25 });
      }),
    );

    it(
      'scans the same events as it reads, without their hashes',
      on(async ({ store }) => {
        const property = fc.asyncProperty(fc.array(awkwardEvents, { minLength: 1, maxLength: 8 }), async (events) => {
          const before = await store.head();
          await store.append(aStream(), 'no-stream', events);
          const [read, scanned] = await Promise.all([store.readAll(before, 8), store.scan(before, 8)]);
          const placeOf = ({ stream, revision, position }: ScannedEvent) => [stream, revision, position];
          expect(scanned.map(scannedOf)).toEqual(events.map(scannedOf));
          expect(scanned.map(placeOf)).toEqual(read.map(placeOf));
        });
        await fc.assert(property, { numRuns: 25 });
      }),
    );

    it(
      'keeps its own bytes, whatever the caller does with those it gave',
      on(async ({ store }) => {
        const stream = aStream();
        const event = anEvent({ sealed: new Uint8Array([1, 2, 3]) });
        const before = bytesOf(event);
        await store.append(stream, 'no-stream', [event]);
        event.sealed?.fill(0);
        event.hash.fill(0);
        expect((await store.read(stream)).map(bytesOf)).toEqual([before]);
      }),
    );

    it(
      'reads after a revision',
      on(async ({ store }) => {
        const stream = aStream();
        const events = someEvents(5);
        await store.append(stream, 'no-stream', events);
        expect(idsOf(await store.read(stream, 2))).toEqual(idsOf(events.slice(3)));
        expect(await store.read(stream, 4)).toEqual([]);
        expect(await store.read(stream, 99)).toEqual([]);
      }),
    );

    it(
      'reads back from the end of a stream, or from before a revision',
      on(async ({ store }) => {
        const stream = aStream();
        const events = [...someEvents(4), anEvent({ sealed: new Uint8Array([1, 2, 3]) })];
        await store.append(stream, 'no-stream', events);
        const back = async (before: number | undefined, limit: number) => store.readBack(stream, before, limit);
        const newestFirst = events.toReversed();
        expect((await back(undefined, 9)).map(scannedOf)).toEqual(newestFirst.map(scannedOf));
        expect((await back(undefined, 2)).map(({ revision }) => revision)).toEqual([4, 3]);
        expect((await back(3, 2)).map(({ revision }) => revision)).toEqual([2, 1]);
        expect((await back(99, 1)).map(scannedOf)).toEqual(newestFirst.slice(0, 1).map(scannedOf));
        expect(await back(0, 9)).toEqual([]);
        expect(await store.readBack(aStream(), undefined, 9)).toEqual([]);
      }),
    );

    it(
      'orders all events by position, over streams, as they were appended',
      on(async ({ store }) => {
        const before = await store.head();
        const streams = [aStream(), aStream(), aStream()];
        const answers = [];
        for (const stream of [...streams, ...streams]) answers.push(await store.append(stream, 'any', someEvents(2)));
        const all = await store.readAll(before, 100);
        expect(positionsOf(all)).toEqual(positionsOf(all).toSorted((a, b) => Number(a - b)));
        expect(new Set(positionsOf(all)).size).toBe(12);
        expect(answers.map(({ position }) => position)).toEqual(positionsOf(all).filter((_, index) => index % 2 === 1));
      }),
    );

    it(
      'reads all events in pages, each after a position and without it',
      on(async ({ store }) => {
        const before = await store.head();
        const events = someEvents(7);
        await store.append(aStream(), 'no-stream', events);
        const first = await store.readAll(before, 3);
        const second = await store.readAll(first.at(-1)?.position, 3);
        const third = await store.readAll(second.at(-1)?.position, 3);
        expect([first, second, third].map(({ length }) => length)).toEqual([3, 3, 1]);
        expect(idsOf([...first, ...second, ...third])).toEqual(idsOf(events));
        expect(await store.readAll(third.at(-1)?.position, 3)).toEqual([]);
      }),
    );

    it(
      'knows the position of its newest event',
      on(async ({ store }) => {
        await store.append(aStream(), 'no-stream', someEvents(1));
        const { position } = await store.append(aStream(), 'no-stream', someEvents(3));
        expect(await store.head()).toBe(position);
      }),
    );

    it(
      'holds what it held when it is opened again',
      on(async ({ store, reopen }) => {
        const stream = aStream();
        await store.append(stream, 'no-stream', someEvents(3));
        const before = { events: await store.read(stream), head: await store.head() };
        const again = await reopen();
        expect({ events: await again.read(stream), head: await again.head() }).toEqual(before);
        await again.append(stream, 2, someEvents(1));
        expect(await again.read(stream)).toHaveLength(4);
      }),
    );
  });
