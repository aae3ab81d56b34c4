import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  OutcomeUnknown,
  StoreUnavailable,
  type Appended,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
} from '../../event-store.js';
import { aStream, idsOf, someEvents } from '../events-for-tests.js';
import { faultPlans, FaultyEventStore } from '../faulty.event-store.js';
import { onAStore, type OpenStore } from '../opened-store.js';

// More than a plan of faults can make necessary: a store that never answers must end the test, not keep it for ever.
const ATTEMPTS = 100;

const appendUntilAnswered = async (
  store: EventStore,
  stream: string,
  expected: ExpectedRevision,
  events: readonly NewEvent[],
): Promise<Appended> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await store.append(stream, expected, events);
    } catch (error) {
      const mayBeTriedAgain = error instanceof OutcomeUnknown || error instanceof StoreUnavailable;
      if (!mayBeTriedAgain || attempt === ATTEMPTS) throw error;
    }
  }
};

const writeLists = async (store: EventStore, lists: readonly (readonly NewEvent[])[]) => {
  const stream = aStream();
  const answers: Appended[] = [];
  for (const events of lists) {
    answers.push(await appendUntilAnswered(store, stream, answers.at(-1)?.revision ?? 'no-stream', events));
  }
  return { stream, answers };
};

/** What every event store promises to those who repeat an append whose outcome they do not know. */
export const unknownOutcomeContract = (open: OpenStore): void =>
  describe('an append whose outcome is unknown', () => {
    const on = onAStore(open);

    it(
      'is one effect when it is repeated until it is answered, whatever is lost on the way',
      on(async ({ store }) => {
        const writers = fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 });
        const property = fc.asyncProperty(faultPlans, writers, async (plan, sizes) => {
          const faulty = new FaultyEventStore(store, plan);
          const lists = sizes.map((lengths) => lengths.map(someEvents));
          const written = await Promise.all(lists.map((ofWriter) => writeLists(faulty, ofWriter)));
          for (const [index, { stream, answers }] of written.entries()) {
            const stored = await store.read(stream);
            expect(idsOf(stored)).toEqual(idsOf((lists[index] ?? []).flat()));
            expect(answers).toEqual(
              answers.map(({ revision }) => ({ revision, position: stored[revision]?.position, repeated: expect.any(Boolean) })),
            );
          }
        });
        await fc.assert(property, { numRuns: 40 });
      }),
    );
  });
