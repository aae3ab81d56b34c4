import { EventStore, type InMemoryEventStore, SubscriptionCut, type StoredEvent } from '@samspor/event-store';

/**
 * What goes wrong with a subscription after its first part: it is cut, it ends, it brings a part twice, it skips an event, it goes
 * backwards, or it falls silent and heeds no signal.
 */
export const faults = ['cut', 'end', 'repeat', 'skip', 'backwards', 'silent'] as const;
export type Fault = (typeof faults)[number];

const PART = 3;

const partsOf = (batch: readonly StoredEvent[]): readonly (readonly StoredEvent[])[] =>
  batch.length === 0 ? [] : [batch.slice(0, PART), ...partsOf(batch.slice(PART))];

/** An event store whose subscriptions fail as those over a network do: each new one in the next way of a list, then none. */
export class RoughEventStore extends EventStore {
  readonly positions = 'dense';
  /** Subscriptions that somebody reads from. */
  open = 0;
  mostOpen = 0;
  /** Of each subscription, in order. */
  readonly signals: AbortSignal[] = [];
  readonly #faults: Fault[];

  constructor(
    readonly inner: InMemoryEventStore,
    ...planned: readonly Fault[]
  ) {
    super();
    this.#faults = [...planned];
  }

  async *subscribe(after: bigint | undefined, signal: AbortSignal): AsyncGenerator<readonly StoredEvent[]> {
    const fault = this.#faults.shift();
    this.signals.push(signal);
    this.open += 1;
    this.mostOpen = Math.max(this.mostOpen, this.open);
    try {
      for await (const batch of this.inner.subscribe(after, signal)) yield* this.#rough(partsOf(batch), fault);
    } finally {
      this.open -= 1;
    }
  }

  async *#rough(parts: readonly (readonly StoredEvent[])[], fault: Fault | undefined): AsyncGenerator<readonly StoredEvent[]> {
    const [first = [], ...others] = parts;
    yield first;
    if (fault === 'cut' || fault === 'end') throw new SubscriptionCut(fault);
    if (fault === 'silent') await new Promise(() => undefined);
    if (fault === 'repeat') yield first;
    for (const part of others) {
      if (fault === 'skip') yield part.slice(1);
      else if (fault === 'backwards') yield part.toReversed();
      else yield part;
    }
  }

  read(stream: string, afterRevision?: number) {
    return this.inner.read(stream, afterRevision);
  }

  readBack(...read: Parameters<EventStore['readBack']>) {
    return this.inner.readBack(...read);
  }

  readAll(after: bigint | undefined, limit: number) {
    return this.inner.readAll(after, limit);
  }

  append(...appended: Parameters<EventStore['append']>) {
    return this.inner.append(...appended);
  }

  head() {
    return this.inner.head();
  }

  fault() {
    return this.inner.fault();
  }

  close() {
    return this.inner.close();
  }
}
