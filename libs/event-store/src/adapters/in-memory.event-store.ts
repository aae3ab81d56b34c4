import {
  EventStore,
  StoreUnavailable,
  SubscriptionCut,
  type Appended,
  type ExpectedRevision,
  type NewEvent,
  type ScannedEvent,
  type StoredEvent,
} from '../event-store.js';
import { refuseUnacceptable } from './acceptable.js';
import { answerFromPast, type Past } from './answer-from-past.js';
import { Bell } from './bell.js';
import { follow } from './follow.js';

class Log implements Past {
  readonly events: StoredEvent[] = [];
  readonly streams = new Map<string, StoredEvent[]>();
  readonly #places = new Map<string, StoredEvent>();

  lastRevision(stream: string): number | undefined {
    return this.streams.get(stream)?.at(-1)?.revision;
  }

  placeOf(id: string): StoredEvent | undefined {
    return this.#places.get(id);
  }

  add(stream: string, events: readonly NewEvent[]): Appended {
    const before = this.streams.get(stream) ?? [];
    const stored = events.map((event, index) => ({
      ...copyOf(event),
      stream,
      revision: before.length + index,
      position: BigInt(this.events.length + index + 1),
    }));
    this.streams.set(stream, before.concat(stored));
    this.events.push(...stored);
    for (const event of stored) this.#places.set(event.id, event);
    return { revision: before.length + events.length - 1, position: BigInt(this.events.length), repeated: false };
  }
}

// What a caller does to its own bytes afterwards must not reach the log.
const copyOf = <E extends NewEvent>(event: E): E => ({
  ...event,
  hash: Uint8Array.from(event.hash),
  ...(event.sealed && { sealed: Uint8Array.from(event.sealed) }),
});

/** An event store that forgets when it ends; for tests. */
export class InMemoryEventStore extends EventStore {
  readonly positions = 'dense';
  readonly #bell = new Bell();
  #closed = false;

  private constructor(private readonly log: Log) {
    super();
  }

  static empty(): InMemoryEventStore {
    return new InMemoryEventStore(new Log());
  }

  /** Another store over the same events, as after a restart. */
  reopened(): InMemoryEventStore {
    return new InMemoryEventStore(this.log);
  }

  async read(stream: string, afterRevision = -1): Promise<readonly StoredEvent[]> {
    this.#refuseWhenClosed();
    return (this.log.streams.get(stream) ?? []).slice(afterRevision + 1).map(copyOf);
  }

  async readBack(stream: string, beforeRevision = Number.MAX_SAFE_INTEGER, limit: number): Promise<readonly ScannedEvent[]> {
    this.#refuseWhenClosed();
    const before = (this.log.streams.get(stream) ?? []).slice(0, beforeRevision);
    return before.slice(-limit).reverse().map(copyOf);
  }

  async readAll(after: bigint | undefined, limit: number): Promise<readonly StoredEvent[]> {
    this.#refuseWhenClosed();
    return this.#page(after, limit);
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    refuseUnacceptable(stream, events);
    this.#refuseWhenClosed();
    const repeated = answerFromPast(this.log, stream, expected, events);
    if (repeated) return repeated;
    const appended = this.log.add(stream, events);
    this.#bell.ring();
    return appended;
  }

  subscribe(after: bigint | undefined, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    const page = (position: bigint | undefined, limit: number): readonly StoredEvent[] => {
      if (this.#closed) throw new SubscriptionCut('the event store was closed');
      return this.#page(position, limit);
    };
    return follow({ page, bell: this.#bell }, after, signal);
  }

  async head(): Promise<bigint | undefined> {
    this.#refuseWhenClosed();
    return this.log.events.at(-1)?.position;
  }

  fault(): string | undefined {
    return this.#closed ? 'the event store was closed' : undefined;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#bell.ring();
  }

  #page(after: bigint | undefined, limit: number): readonly StoredEvent[] {
    const from = Number(after ?? 0n);
    return this.log.events.slice(from, from + limit).map(copyOf);
  }

  #refuseWhenClosed(): void {
    if (this.#closed) throw new StoreUnavailable('the event store was closed');
  }
}
