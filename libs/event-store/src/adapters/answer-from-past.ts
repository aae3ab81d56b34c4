import { AppendRefused, WrongExpectedRevision, type Appended, type ExpectedRevision, type NewEvent } from '../event-store.js';

/** Where an event stands. */
export interface Place {
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
}

/** What must be known of the log to judge an append. */
export interface Past {
  lastRevision(stream: string): number | undefined;
  placeOf(id: string): Place | undefined;
}

const isAsExpected = (expected: ExpectedRevision, actual: number | 'no-stream'): boolean => {
  if (expected === 'any') return true;
  if (expected === 'stream-exists') return actual !== 'no-stream';
  return actual === expected;
};

const mayFollow = (expected: ExpectedRevision, first: number): boolean => {
  if (typeof expected === 'number') return first === expected + 1;
  return expected !== 'no-stream' || first === 0;
};

const isRepeat = (places: readonly (Place | undefined)[], stream: string, expected: ExpectedRevision): boolean => {
  const first = places[0]?.revision;
  if (first === undefined || !mayFollow(expected, first)) return false;
  return places.every((place, index) => place?.stream === stream && place.revision === first + index);
};

/**
 * The answer of an append that was stored before, at the very place where this one would stand; undefined when this one is new and
 * can be stored. Throws WrongExpectedRevision or AppendRefused when it must not be. The one judge of appends for the engines that
 * know where each id stands.
 */
export const answerFromPast = (
  past: Past,
  stream: string,
  expected: ExpectedRevision,
  events: readonly NewEvent[],
): Appended | undefined => {
  const places = events.map(({ id }) => past.placeOf(id));
  const last = places.at(-1);
  if (last && isRepeat(places, stream, expected)) return { revision: last.revision, position: last.position, repeated: true };
  const actual = past.lastRevision(stream) ?? 'no-stream';
  // The race is named first: who lost it reads again, and then sees its own events.
  if (!isAsExpected(expected, actual)) throw new WrongExpectedRevision(stream, expected, actual);
  const stored = places.findIndex((place) => place !== undefined);
  if (stored !== -1) throw new AppendRefused(`the event ${String(events[stored]?.id)} is already stored, elsewhere or in another list`);
  return undefined;
};
