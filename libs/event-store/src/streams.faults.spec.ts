import { Rejected } from '@samspor/domain';
import fc from 'fast-check';
import { InMemoryEventStore } from './adapters/in-memory.event-store.js';
import { OutcomeUnknown, StoreUnavailable, type StoredEvent } from './event-store.js';
import { LostRace } from './streams.errors.js';
import type { Told } from './streams.requests.js';
import { FaultyEventStore, faultPlans } from './testing/faulty.event-store.js';
import {
  aRequest,
  close,
  noted,
  open,
  toyDecider,
  toyStreams,
  type ToyCommand,
  type ToyEvent,
  type ToyStreams,
} from './testing/toy-case.js';
import { verify } from './verify.js';

type Request = ReturnType<typeof aRequest>;
type Answer = Told<ToyEvent> | 'rejected';

/** A command to one of two streams, and at which of three processes it is told, each time anew. */
interface Telling {
  readonly stream: string;
  readonly command: ToyCommand;
  readonly processes: readonly number[];
}

const tellings: fc.Arbitrary<readonly Telling[]> = fc.array(
  fc.record({
    stream: fc.constantFrom('case-1', 'case-2'),
    command: fc.oneof(
      fc.constant(open),
      fc.constant(close),
      fc.integer({ min: 1, max: 3 }).map((times) => noted('sms', times)),
    ),
    processes: fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 14 },
);

const wait = [OutcomeUnknown, StoreUnavailable, LostRace];

/** As a client does: the same command again for as long as nobody can say what came of it. */
async function insist(streams: ToyStreams, request: Request): Promise<Answer> {
  for (;;) {
    try {
      return await streams.tell(request);
    } catch (error) {
      if (error instanceof Rejected) return 'rejected';
      if (!wait.some((kind) => error instanceof kind)) throw error;
    }
  }
}

/** The different answers that told of an effect. */
const effectsIn = (answers: readonly Answer[]): ReadonlySet<string> =>
  new Set(
    answers
      .filter((answer) => answer !== 'rejected')
      .filter(({ events }) => events.length > 0)
      .map(({ revision, position, events }) => [revision, position, ...events.map(({ id }) => id)].join(' ')),
  );

const effectOf = ({ commandId }: Request, stored: readonly StoredEvent[]): ReadonlySet<string> => {
  const own = stored.filter(({ metadata }) => metadata.includes(commandId));
  const last = own.at(-1);
  return new Set(last && [[last.revision, last.position, ...own.map(({ id }) => id)].join(' ')]);
};

/** Whether each event was right where it stands, by what stands before it. */
const isRight = (stored: readonly StoredEvent[]): boolean => {
  let { initial: state } = toyDecider;
  return stored.every(({ type, data }) => {
    const event = { type, data: JSON.parse(data) as unknown } as ToyEvent;
    const right = state.open !== (event.type === 'Opened') && (event.type !== 'Closed' || event.data.notes === state.notes);
    state = toyDecider.evolve(state, event);
    return right;
  });
};

const tellAll = (processes: readonly ToyStreams[], all: readonly Telling[]) =>
  Promise.all(
    all.map(async ({ stream, command, processes: at }) => {
      const request = aRequest(stream, command);
      const answers = await Promise.all(at.flatMap((n) => processes[n] ?? []).map((streams) => insist(streams, request)));
      return { request, answers };
    }),
  );

describe('commands told at once by several processes over a store that fails', () => {
  it(
    'have each their effect once, in dense and chained streams, and their answers say where',
    () =>
      fc.assert(
        fc.asyncProperty(tellings, fc.tuple(faultPlans, faultPlans, faultPlans), async (all, plans) => {
          const store = InMemoryEventStore.empty();
          const processes = plans.map((plan) => toyStreams(new FaultyEventStore(store, plan)));
          const told = await tellAll(processes, all);
          const stored = [...(await store.read('case-1')), ...(await store.read('case-2'))];
          expect(await verify(store)).toMatchObject({ ok: true });
          expect(isRight(await store.read('case-1')) && isRight(await store.read('case-2'))).toBe(true);
          for (const { request, answers } of told) expect(effectsIn(answers)).toEqual(effectOf(request, stored));
        }),
      ),
    30_000,
  );
});
