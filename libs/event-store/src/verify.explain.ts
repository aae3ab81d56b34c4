import type { EventStore, StoredEvent } from './event-store.js';
import { recordHash } from './hash-chain.js';

/** What was done to the log: an event changed, taken away, put in or moved, or its newest events taken away. */
export type ProblemKind = 'altered' | 'missing' | 'inserted' | 'reordered' | 'cut-off';

/** The first thing in the log that is not as it was stored. */
export interface Problem {
  readonly kind: ProblemKind;
  /** Where it shows: the position without an event, the first event that does not follow, or for a cut-off log the last that is left. */
  readonly position?: bigint;
  readonly stream?: string;
  readonly revision?: number;
  readonly says: string;
}

type StreamProblemKind = Exclude<ProblemKind, 'cut-off'>;

/** The last event of a stream that has been verified. */
export interface VerifiedEnd {
  readonly revision: number;
  readonly hash: Uint8Array;
}

/** As many events as one append may hold: a stream that was closed over a larger hole is called altered. */
const LARGEST_HOLE = 100;

/** Whether the event, if it stood at this revision after this hash, would have the hash that is stored with it. */
export const follows = (previous: Uint8Array | undefined, revision: number, event: StoredEvent): boolean =>
  Buffer.compare(recordHash(previous, event.stream, revision, event), event.hash) === 0;

const withoutTheTrueChain = (end: VerifiedEnd | undefined, events: readonly StoredEvent[]): readonly StoredEvent[] => {
  const left = [...events];
  let previous = end?.hash;
  for (let revision = (end?.revision ?? -1) + 1; ; revision += 1) {
    const next = left.findIndex((event) => follows(previous, revision, event));
    if (next === -1) return left;
    previous = left.splice(next, 1)[0]?.hash;
  }
};

type Finding = readonly [kind: StreamProblemKind, event: StoredEvent];

const findingWhenNextIsThere = (
  next: StoredEvent,
  bad: StoredEvent,
  end: VerifiedEnd | undefined,
  rest: readonly StoredEvent[],
): Finding => {
  const strangers = withoutTheTrueChain(end, rest);
  if (strangers.includes(bad)) return ['inserted', bad];
  if (next !== bad) return ['reordered', bad];
  const inItsPlace = rest.find((event) => event !== bad && event.revision === (end?.revision ?? -1) + 1);
  if (!inItsPlace) return ['altered', bad];
  return strangers.includes(inItsPlace) ? ['inserted', inItsPlace] : ['reordered', bad];
};

const closesHole = (bad: StoredEvent, after: StoredEvent | undefined): boolean => {
  if (!after) return false;
  for (let hole = 1; hole <= LARGEST_HOLE; hole += 1) if (follows(bad.hash, bad.revision + 1 + hole, after)) return true;
  return false;
};

const kindWhenNextIsGone = (
  bad: StoredEvent,
  expected: number,
  rest: readonly StoredEvent[],
  positions: EventStore['positions'],
): StreamProblemKind => {
  const after = rest.find((event) => event.revision === bad.revision + 1);
  if (bad.revision < expected) return 'inserted';
  if (bad.revision === expected) return closesHole(bad, after) ? 'missing' : 'altered';
  // Where no position is missing, an event that nothing follows was rather moved here from another place.
  return positions === 'sparse' || (after && follows(bad.hash, after.revision, after)) ? 'missing' : 'altered';
};

const findingOf = (
  bad: StoredEvent,
  end: VerifiedEnd | undefined,
  rest: readonly StoredEvent[],
  positions: EventStore['positions'],
): Finding => {
  const expected = (end?.revision ?? -1) + 1;
  const next = rest.find((event) => follows(end?.hash, expected, event));
  return next ? findingWhenNextIsThere(next, bad, end, rest) : [kindWhenNextIsGone(bad, expected, rest, positions), bad];
};

const sentences: Readonly<Record<StreamProblemKind, string>> = {
  altered: 'is not what was stored: it was changed, or put there by something else than the hub',
  missing: 'does not follow the event before it in its stream: what stood between them is gone',
  inserted: 'was never stored by the hub: the stream goes on behind it as if it were not there',
  reordered: 'is not at its place: the events of its stream were put in another order',
};

/** Says what is wrong with the first event that does not follow, after a look at the whole of its stream. */
export const explain = async (
  store: Pick<EventStore, 'read' | 'positions'>,
  bad: StoredEvent,
  end: VerifiedEnd | undefined,
): Promise<Problem> => {
  const ofStream = (await store.read(bad.stream)).filter(({ position }) => position > bad.position);
  const rest = [bad, ...ofStream.toSorted((a, b) => (a.position < b.position ? -1 : 1))];
  const [kind, { position, stream, revision }] = findingOf(bad, end, rest, store.positions);
  return {
    kind,
    position,
    stream,
    revision,
    says: `The event at position ${position} (revision ${revision} of ${stream}) ${sentences[kind]}.`,
  };
};
