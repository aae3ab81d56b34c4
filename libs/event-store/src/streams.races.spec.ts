import { Rejected } from '@samspor/domain';
import { InMemoryEventStore } from './adapters/in-memory.event-store.js';
import { WrongExpectedRevision, type Appended, type ExpectedRevision, type NewEvent, type StoredEvent } from './event-store.js';
import { LostRace, StaleRevision } from './streams.errors.js';
import { CountingStore } from './testing/counting.event-store.js';
import { FaultyEventStore } from './testing/faulty.event-store.js';
import { aRequest, close, noted, open, toyStreams, type ToyStreams } from './testing/toy-case.js';
import { verify } from './verify.js';

const stream = 'case-1';

/** A store whose next answer to a read waits until it is let go, and that counts what it is asked to append. */
class HoldingStore extends FaultyEventStore {
  appends = 0;
  #held: Promise<void> | undefined;

  holdNextRead(): () => void {
    let letGo = (): void => undefined;
    this.#held = new Promise((resolve) => (letGo = resolve));
    return () => letGo();
  }

  override async read(name: string, after?: number): Promise<readonly StoredEvent[]> {
    const held = this.#held;
    this.#held = undefined;
    const events = await super.read(name, after);
    await held;
    return events;
  }

  override append(name: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    this.appends += 1;
    return super.append(name, expected, events);
  }
}

/** A store where somebody else is always faster. */
class ContestedStore extends FaultyEventStore {
  tries = 0;

  override async append(): Promise<Appended> {
    this.tries += 1;
    throw new WrongExpectedRevision(stream, 'no-stream', 7);
  }
}

describe('streams that another process writes to as well', () => {
  let store: InMemoryEventStore;
  let mine: ToyStreams;
  let theirs: ToyStreams;

  beforeEach(async () => {
    store = InMemoryEventStore.empty();
    [mine, theirs] = [toyStreams(store), toyStreams(store)];
    await mine.tell(aRequest(stream, open));
  });

  afterEach(async () => {
    expect(await verify(store)).toMatchObject({ ok: true });
  });

  it('accept what has become right elsewhere', async () => {
    await mine.tell(aRequest(stream, close));
    await theirs.tell(aRequest(stream, open));
    expect(await mine.tell(aRequest(stream, noted('sms')))).toMatchObject({ revision: 3, events: [{ type: 'Noted' }] });
  });

  it('do what has something to do only since another wrote', async () => {
    await theirs.tell(aRequest(stream, close));
    expect(await mine.tell(aRequest(stream, open))).toMatchObject({ revision: 2, events: [{ type: 'Opened' }] });
  });

  it('refuse what has become wrong elsewhere', async () => {
    await theirs.tell(aRequest(stream, close));
    await expect(mine.tell(aRequest(stream, noted('sms')))).rejects.toThrow(Rejected);
    await expect(mine.consider(aRequest(stream, noted('sms')))).rejects.toThrow(Rejected);
  });

  it('decide on all that others wrote', async () => {
    await theirs.tell(aRequest(stream, noted('sms', 4)));
    expect(await mine.tell(aRequest(stream, close))).toMatchObject({ events: [{ type: 'Closed', data: { notes: 4 } }] });
  });

  it('load and consider what others wrote', async () => {
    await theirs.tell(aRequest(stream, noted('sms', 2)));
    expect(await mine.load(stream)).toMatchObject({ revision: 2, state: { notes: 2 } });
    await theirs.tell(aRequest(stream, noted('sms', 2)));
    expect(await mine.consider(aRequest(stream, close))).toEqual({ events: [{ type: 'Closed', data: { notes: 4 } }] });
  });

  it('take an author at the revision that another wrote, and refuse one at an older', async () => {
    await theirs.tell(aRequest(stream, noted('sms')));
    await expect(mine.tell(aRequest(stream, close, { expectedRevision: 0 }))).rejects.toThrow(StaleRevision);
    await theirs.tell(aRequest(stream, noted('sms')));
    expect(await mine.tell(aRequest(stream, close, { expectedRevision: 2 }))).toMatchObject({ revision: 3 });
  });

  it('all get their turn when many write at once', async () => {
    const everybody = [mine, theirs, toyStreams(store)];
    const told = await Promise.all(
      Array.from({ length: 60 }, (_, n) => (everybody[n % 3] ?? mine).tell(aRequest(stream, noted(`n${String(n)}`)))),
    );
    expect(new Set(told.map(({ revision }) => revision)).size).toBe(60);
    expect((await mine.load(stream)).state.notes).toBe(60);
  });
});

describe('a stream that is known', () => {
  it('is read neither before a decision nor after it, when the store has said what it stored', async () => {
    const store = new CountingStore(InMemoryEventStore.empty(), {});
    const streams = toyStreams(store);
    await streams.tell(aRequest(stream, open));
    await streams.tell(aRequest(stream, noted('sms', 50)));
    const { reads, eventsRead } = store;
    await streams.tell(aRequest(stream, noted('sms')));
    expect([store.reads, store.eventsRead]).toEqual([reads, eventsRead]);
    expect(await toyStreams(store).load(stream)).toEqual(await streams.load(stream));
  });

  it('is not forgotten for an older past by a read that was overtaken', async () => {
    const store = new HoldingStore(InMemoryEventStore.empty(), {});
    const streams = toyStreams(store);
    await streams.tell(aRequest(stream, open));
    const letGo = store.holdNextRead();
    const slow = streams.load(stream);
    await streams.tell(aRequest(stream, noted('sms', 2)));
    letGo();
    await slow;
    const { appends } = store;
    expect(await streams.tell(aRequest(stream, close))).toMatchObject({ revision: 3, events: [{ type: 'Closed', data: { notes: 2 } }] });
    expect(store.appends).toBe(appends + 1);
    expect(await verify(store)).toMatchObject({ ok: true });
  });
});

describe('a race that is lost again and again', () => {
  it('ends', async () => {
    const store = new ContestedStore(InMemoryEventStore.empty(), {});
    await expect(toyStreams(store).tell(aRequest(stream, open))).rejects.toThrow(LostRace);
    expect(store.tries).toBe(30);
  });
});
