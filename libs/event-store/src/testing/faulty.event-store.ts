import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import {
  EventStore,
  OutcomeUnknown,
  StoreUnavailable,
  SubscriptionCut,
  type Appended,
  type ExpectedRevision,
  type NewEvent,
  type ScannedEvent,
  type StoredEvent,
} from '../event-store.js';

/** What happens to one append: nothing, its request or its answer is lost, or the store takes no writes just then. */
export interface AppendFault {
  readonly kind: 'none' | 'lost-request' | 'lost-answer' | 'unavailable';
  /** How many turns of the event loop the append is late. */
  readonly late: number;
}

/** What goes wrong in which order; after the last entry nothing does. */
export interface FaultPlan {
  /** For each append in turn. */
  readonly appends?: readonly AppendFault[];
  /** For each subscription in turn: after how many events it is cut. */
  readonly cuts?: readonly number[];
}

/** Plans of faults, for properties. */
export const faultPlans: fc.Arbitrary<FaultPlan> = fc.record({
  appends: fc.array(fc.record({ kind: fc.constantFrom('none', 'lost-request', 'lost-answer', 'unavailable'), late: fc.nat({ max: 3 }) }), {
    maxLength: 30,
  }),
  cuts: fc.array(fc.nat({ max: 20 }), { maxLength: 10 }),
});

/** An event store that fails as planned, and otherwise does what the one inside does. */
export class FaultyEventStore extends EventStore {
  readonly positions;
  readonly #appends: AppendFault[];
  readonly #cuts: number[];

  constructor(
    private readonly inner: EventStore,
    { appends = [], cuts = [] }: FaultPlan,
  ) {
    super();
    this.positions = inner.positions;
    this.#appends = [...appends];
    this.#cuts = [...cuts];
  }

  read(stream: string, afterRevision?: number): Promise<readonly StoredEvent[]> {
    return this.inner.read(stream, afterRevision);
  }

  readBack(stream: string, beforeRevision: number | undefined, limit: number): Promise<readonly ScannedEvent[]> {
    return this.inner.readBack(stream, beforeRevision, limit);
  }

  readAll(after: bigint | undefined, limit: number): Promise<readonly StoredEvent[]> {
    return this.inner.readAll(after, limit);
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    const { kind, late } = this.#appends.shift() ?? { kind: 'none', late: 0 };
    for (let turn = 0; turn < late; turn += 1) await setImmediate();
    if (kind === 'unavailable') throw new StoreUnavailable('as planned');
    if (kind === 'lost-request') throw new OutcomeUnknown('as planned, and nothing was stored');
    const appended = await this.inner.append(stream, expected, events);
    if (kind === 'lost-answer') throw new OutcomeUnknown('as planned, and it was stored');
    return appended;
  }

  async *subscribe(after: bigint | undefined, signal: AbortSignal): AsyncGenerator<readonly StoredEvent[]> {
    let left = this.#cuts.shift() ?? Number.POSITIVE_INFINITY;
    for await (const events of this.inner.subscribe(after, signal)) {
      const given = events.slice(0, left);
      left -= given.length;
      if (given.length > 0) yield given;
      if (left === 0) throw new SubscriptionCut('as planned');
    }
  }

  head(): Promise<bigint | undefined> {
    return this.inner.head();
  }

  fault(): string | undefined {
    return this.inner.fault();
  }

  close(): Promise<void> {
    return this.inner.close();
  }
}
