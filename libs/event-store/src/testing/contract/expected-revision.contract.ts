import { describe, expect, it } from '@jest/globals';
import { WrongExpectedRevision, type Appended, type EventStore, type ExpectedRevision } from '../../event-store.js';
import { aStream, someEvents } from '../events-for-tests.js';
import { onAStore, type OpenStore } from '../opened-store.js';

const WRITERS = 64;

type Outcome = Appended | WrongExpectedRevision;
type Won = Pick<Appended, 'revision' | 'position'>;

const outcomeOf = async (append: Promise<Appended>): Promise<Outcome> => {
  try {
    return await append;
  } catch (error) {
    if (error instanceof WrongExpectedRevision) return error;
    throw error;
  }
};

const race = async (store: EventStore, stream: string, expected: ExpectedRevision) => {
  const outcomes = await Promise.all(Array.from({ length: WRITERS }, () => outcomeOf(store.append(stream, expected, someEvents(2)))));
  const lost = outcomes.filter((outcome) => outcome instanceof WrongExpectedRevision);
  const won = outcomes.flatMap((outcome): Won[] =>
    outcome instanceof WrongExpectedRevision ? [] : [{ revision: outcome.revision, position: outcome.position }],
  );
  return { won, lost };
};

const places = async (store: EventStore, stream: string) =>
  (await store.read(stream)).map(({ revision, position }) => ({ revision, position }));

const expectDense = async (store: EventStore, stream: string, count: number): Promise<void> => {
  const revisions = (await store.read(stream)).map(({ revision }) => revision);
  expect(revisions).toEqual(Array.from({ length: count }, (_, index) => index));
};

const appendWhateverItTakes = async (store: EventStore, stream: string): Promise<void> => {
  const events = someEvents(1);
  let expected: ExpectedRevision = 'no-stream';
  for (;;) {
    const outcome: Outcome = await outcomeOf(store.append(stream, expected, events));
    if (!(outcome instanceof WrongExpectedRevision)) return;
    expected = outcome.actual;
  }
};

/** What every event store promises to 64 writers at once. */
export const expectedRevisionContract = (open: OpenStore): void =>
  describe('64 writers at once', () => {
    const on = onAStore(open);

    it(
      'lets one in that expects no stream, and tells the others the last revision',
      on(async ({ store }) => {
        const stream = aStream();
        const { won, lost } = await race(store, stream, 'no-stream');
        expect(won).toEqual([{ revision: 1, position: expect.anything() }]);
        expect(lost).toHaveLength(WRITERS - 1);
        expect(lost.map(({ actual, expected }) => [actual, expected])).toEqual(lost.map(() => [1, 'no-stream']));
        await expectDense(store, stream, 2);
      }),
    );

    it(
      'lets one in that expects an exact revision, and tells the others the last revision',
      on(async ({ store }) => {
        const stream = aStream();
        await store.append(stream, 'no-stream', someEvents(3));
        const { won, lost } = await race(store, stream, 2);
        expect(won).toEqual([{ revision: 4, position: expect.anything() }]);
        expect(lost.map(({ actual }) => actual)).toEqual(Array.from({ length: WRITERS - 1 }, () => 4));
        await expectDense(store, stream, 5);
      }),
    );

    it(
      'lets nobody in that expects a revision of a missing stream, or that it exists',
      on(async ({ store }) => {
        for (const expected of [0, 5, 'stream-exists'] as const) {
          const stream = aStream();
          const { won, lost } = await race(store, stream, expected);
          expect(won).toEqual([]);
          expect(lost.map(({ actual }) => actual)).toEqual(Array.from({ length: WRITERS }, () => 'no-stream'));
          await expectDense(store, stream, 0);
        }
      }),
    );

    it(
      'lets nobody in that expects a revision behind or ahead of the last',
      on(async ({ store }) => {
        const stream = aStream();
        await store.append(stream, 'no-stream', someEvents(3));
        for (const expected of [1, 3, 'no-stream'] as const) {
          const { won, lost } = await race(store, stream, expected);
          expect(won).toEqual([]);
          expect(new Set(lost.map(({ actual }) => actual))).toEqual(new Set([2]));
        }
        await expectDense(store, stream, 3);
      }),
    );

    it.each(['any', 'stream-exists'] as const)('lets all in that expect "%s" of an existing stream, one after another', (expected) =>
      on(async ({ store }) => {
        const stream = aStream();
        await store.append(stream, 'no-stream', someEvents(1));
        const { won, lost } = await race(store, stream, expected);
        expect(lost).toEqual([]);
        await expectDense(store, stream, 1 + 2 * WRITERS);
        const stored = await places(store, stream);
        expect(won.toSorted((a, b) => a.revision - b.revision)).toEqual(
          stored.filter(({ revision }) => revision > 0 && revision % 2 === 0),
        );
      })(),
    );

    it(
      'lets all in that expect "any" of a missing stream',
      on(async ({ store }) => {
        const stream = aStream();
        const { won } = await race(store, stream, 'any');
        expect(won).toHaveLength(WRITERS);
        await expectDense(store, stream, 2 * WRITERS);
      }),
    );

    it(
      'lets all in at last that try again after what they were told',
      on(async ({ store }) => {
        const stream = aStream();
        await Promise.all(Array.from({ length: WRITERS }, () => appendWhateverItTakes(store, stream)));
        await expectDense(store, stream, WRITERS);
      }),
    );
  });
