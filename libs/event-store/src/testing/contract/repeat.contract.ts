import { describe, expect, it } from '@jest/globals';
import type { EventStore, ExpectedRevision, NewEvent } from '../../event-store.js';
import { anEvent, aStream, idsOf, someEvents } from '../events-for-tests.js';
import { onAStore, type OpenStore } from '../opened-store.js';

const starts: readonly (readonly [string, number, ExpectedRevision])[] = [
  ['to a new stream', 0, 'no-stream'],
  ['to an existing stream', 4, 3],
];

const streamWith = async (store: EventStore, count: number): Promise<string> => {
  const stream = aStream();
  if (count > 0) await store.append(stream, 'no-stream', someEvents(count));
  return stream;
};

const otherLists: readonly (readonly [string, (events: readonly NewEvent[]) => readonly NewEvent[]])[] = [
  ['with one more', (events) => [...events, anEvent()]],
  ['with one more in front', (events) => [anEvent(), ...events]],
  ['in another order', (events) => events.toReversed()],
  ['in another order behind the first', ([first = anEvent(), ...rest]) => [first, ...rest.toReversed()]],
  ['with another tail', (events) => [...events.slice(0, -1), anEvent()]],
  ['with another head', (events) => [anEvent(), ...events.slice(1)]],
];

/** What every event store promises to those who repeat an append. */
export const repeatContract = (open: OpenStore): void =>
  describe('an append that is repeated', () => {
    const on = onAStore(open);

    it.each(starts)('is one effect with one answer %s: at once', (_, count, expected) =>
      on(async ({ store }) => {
        const stream = await streamWith(store, count);
        const events = someEvents(3);
        const answer = await store.append(stream, expected, events);
        expect(await store.append(stream, expected, events)).toEqual({ ...answer, repeated: true });
        expect(idsOf(await store.read(stream)).slice(count)).toEqual(idsOf(events));
      })(),
    );

    it.each(starts)('is one effect with one answer %s: after others have appended', (_, count, expected) =>
      on(async ({ store }) => {
        const stream = await streamWith(store, count);
        const events = someEvents(3);
        const answer = await store.append(stream, expected, events);
        await store.append(stream, answer.revision, someEvents(5));
        await store.append(aStream(), 'no-stream', someEvents(2));
        expect(await store.append(stream, expected, events)).toEqual({ ...answer, repeated: true });
        expect(await store.read(stream)).toHaveLength(count + 8);
      })(),
    );

    it.each(starts)('is one effect with one answer %s: after a restart', (_, count, expected) =>
      on(async ({ store, reopen }) => {
        const stream = await streamWith(store, count);
        const events = someEvents(3);
        const answer = await store.append(stream, expected, events);
        const again = await reopen();
        expect(await again.append(stream, expected, events)).toEqual({ ...answer, repeated: true });
        await again.append(stream, answer.revision, someEvents(1));
        expect(await again.append(stream, expected, events)).toEqual({ ...answer, repeated: true });
        expect(await again.read(stream)).toHaveLength(count + 4);
      })(),
    );

    it.each(starts)('is one effect with one answer %s: many times at the same time', (_, count, expected) =>
      on(async ({ store }) => {
        const stream = await streamWith(store, count);
        const events = someEvents(2);
        const answers = await Promise.all(Array.from({ length: 16 }, () => store.append(stream, expected, events)));
        expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
        // Nobody but the one who has stored them may be told that it was their call that did.
        expect(answers.filter(({ repeated }) => !repeated).length).toBeLessThanOrEqual(1);
        expect(await store.read(stream)).toHaveLength(count + 2);
      })(),
    );

    it.each(otherLists)('is refused when the same ids come in another list: %s', (_, other) =>
      on(async ({ store }) => {
        const stream = await streamWith(store, 2);
        const events = someEvents(3);
        await store.append(stream, 1, events);
        const refusal = store.append(stream, 1, other(events));
        await expect(refusal).rejects.toMatchObject({ name: expect.stringMatching(/^(WrongExpectedRevision|AppendRefused)$/) });
        expect(await store.read(stream)).toHaveLength(5);
      })(),
    );

    it.each(['no-stream', 0] as const)('is refused when the same ids come for another place: %s', (expected) =>
      on(async ({ store }) => {
        const stream = await streamWith(store, 2);
        const events = someEvents(3);
        await store.append(stream, 1, events);
        await expect(store.append(stream, expected, events)).rejects.toMatchObject({ name: 'WrongExpectedRevision', actual: 4 });
        expect(await store.read(stream)).toHaveLength(5);
      })(),
    );

    it(
      'stores nothing when the list has become shorter',
      on(async ({ store }) => {
        const stream = await streamWith(store, 2);
        const events = someEvents(3);
        await store.append(stream, 1, events);
        await store.append(stream, 1, events.slice(0, 2));
        expect(await store.read(stream)).toHaveLength(5);
      }),
    );
  });

/** What an event store promises besides that knows where each id stands, and so keeps an id to one place. */
export const uniqueIdsContract = (open: OpenStore): void =>
  describe('an id that is stored', () => {
    const on = onAStore(open);

    it(
      'is refused in another stream, with all that came with it',
      on(async ({ store }) => {
        const [event, other] = [anEvent(), aStream()];
        await store.append(aStream(), 'no-stream', [event]);
        for (const events of [[event], [anEvent(), event, anEvent()]]) {
          await expect(store.append(other, 'no-stream', events)).rejects.toMatchObject({ name: 'AppendRefused' });
        }
        expect(await store.read(other)).toEqual([]);
      }),
    );

    it(
      'is refused at another revision of its stream',
      on(async ({ store }) => {
        const [stream, events] = [aStream(), someEvents(2)];
        await store.append(stream, 'no-stream', events);
        await expect(store.append(stream, 1, events)).rejects.toMatchObject({ name: 'AppendRefused' });
        expect(await store.read(stream)).toHaveLength(2);
      }),
    );

    it(
      'is refused in an append of the same moment',
      on(async ({ store }) => {
        const event = anEvent();
        const outcomes = await Promise.allSettled(
          [aStream(), aStream()].map((stream) => store.append(stream, 'no-stream', [anEvent(), event])),
        );
        expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
      }),
    );

    it.each(['any', 'stream-exists'] as const)('makes a repeat one effect also when it expects "%s"', (expected) =>
      on(async ({ store, reopen }) => {
        const [stream, events] = [await streamWith(store, 1), someEvents(2)];
        const answer = await store.append(stream, expected, events);
        await store.append(stream, expected, someEvents(2));
        const again = await reopen();
        expect(await again.append(stream, expected, events)).toEqual({ ...answer, repeated: true });
        expect(await again.read(stream)).toHaveLength(5);
      })(),
    );
  });
