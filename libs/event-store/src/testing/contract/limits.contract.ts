import { describe, expect, it } from '@jest/globals';
import { AppendRefused, appendLimits, type NewEvent } from '../../event-store.js';
import { anEvent, aStream, someEvents } from '../events-for-tests.js';
import { onAStore, type OpenStore } from '../opened-store.js';

const [first, second] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'] as const;

const ofBytes = (bytes: number): NewEvent => {
  const event = anEvent({ sealed: new Uint8Array(0) });
  const rest = event.type.length + event.data.length + event.metadata.length;
  return { ...event, sealed: new Uint8Array(bytes - rest) };
};

const refused: readonly (readonly [string, () => readonly NewEvent[]])[] = [
  ['no event', () => []],
  ['more events than an append may hold', () => someEvents(appendLimits.events + 1)],
  ['more bytes than an append may hold', () => [ofBytes(appendLimits.bytes - 100), ofBytes(101)]],
  ['more bytes than characters', () => [anEvent({ data: 'å'.repeat(appendLimits.bytes / 2) })]],
  ['the same id twice', () => [anEvent({ id: first }), anEvent({ id: second }), anEvent({ id: first })]],
  ['an id that is no UUID, among others', () => [anEvent(), anEvent(), anEvent({ id: 'event-3' }), anEvent()]],
  ['an id in upper case', () => [anEvent({ id: 'ABCDEF00-0000-4000-8000-000000000001' })]],
  ['no type', () => [anEvent({ type: '' })]],
  ['a text with a NUL', () => [anEvent({ data: '{"a":"\0"}' })]],
  ['a text with half a character', () => [anEvent({ metadata: '"\ud83d"' })]],
  ['a hash of another length', () => [anEvent({ hash: new Uint8Array(31) })]],
];

/** What every event store refuses to take. */
export const limitsContract = (open: OpenStore): void =>
  describe('an append that cannot be taken', () => {
    const on = onAStore(open);

    it.each(refused)('is refused and stores nothing: %s', (_, events) =>
      on(async ({ store }) => {
        const stream = aStream();
        const head = await store.head();
        await expect(store.append(stream, 'no-stream', events())).rejects.toThrow(AppendRefused);
        expect(await store.read(stream)).toEqual([]);
        expect(await store.head()).toBe(head);
      })(),
    );

    it.each(['', 'youth-\0', 'youth-\udc00'])('is refused for a stream that cannot be named: %j', (stream) =>
      on(async ({ store }) => {
        await expect(store.append(stream, 'any', someEvents(1))).rejects.toThrow(AppendRefused);
      })(),
    );

    it(
      'is refused before the engine is asked',
      on(async ({ store }) => {
        await store.close();
        for (const [, events] of refused) await expect(store.append(aStream(), 'any', events())).rejects.toThrow(AppendRefused);
      }),
    );

    it(
      'is taken up to the limits',
      on(async ({ store }) => {
        const stream = aStream();
        await store.append(stream, 'no-stream', someEvents(appendLimits.events));
        await store.append(stream, 99, [ofBytes(appendLimits.bytes - 200), ofBytes(200)]);
        expect(await store.read(stream)).toHaveLength(102);
      }),
    );

    it(
      'leaves its neighbours alone',
      on(async ({ store }) => {
        const [one, two, three] = [aStream(), aStream(), aStream()];
        const outcomes = await Promise.allSettled([
          store.append(one, 'no-stream', someEvents(2)),
          store.append(two, 7, someEvents(2)),
          store.append(one, 1, someEvents(1)),
          store.append(three, 'no-stream', [anEvent(), anEvent({ id: 'bad' })]),
          store.append(one, 1, someEvents(1)),
          store.append(two, 'no-stream', someEvents(3)),
        ]);
        expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'rejected', 'fulfilled']);
        const lengths = await Promise.all([one, two, three].map(async (stream) => (await store.read(stream)).length));
        expect(lengths).toEqual([3, 3, 0]);
      }),
    );
  });
