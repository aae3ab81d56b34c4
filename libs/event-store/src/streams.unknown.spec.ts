import { InMemoryEventStore } from './adapters/in-memory.event-store.js';
import { OutcomeUnknown, StoreUnavailable, type Appended, type ExpectedRevision, type NewEvent, type StoredEvent } from './event-store.js';
import { FaultyEventStore, type AppendFault } from './testing/faulty.event-store.js';
import { aRequest, close, noted, open, toyStreams } from './testing/toy-case.js';
import { verify } from './verify.js';

const stream = 'case-1';

/** A faulty store that remembers what it was asked to append, and can lose reads. */
class ListeningStore extends FaultyEventStore {
  readonly asked: (readonly [ExpectedRevision, readonly NewEvent[]])[] = [];
  losesReads = false;

  override append(name: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    this.asked.push([expected, events]);
    return super.append(name, expected, events);
  }

  override read(name: string, after?: number): Promise<readonly StoredEvent[]> {
    return this.losesReads ? Promise.reject(new StoreUnavailable('as planned')) : super.read(name, after);
  }
}

const fails = (...kinds: readonly AppendFault['kind'][]): readonly AppendFault[] => kinds.map((kind) => ({ kind, late: 0 }));

const aStore = (...kinds: readonly AppendFault['kind'][]): ListeningStore =>
  new ListeningStore(InMemoryEventStore.empty(), { appends: fails('none', ...kinds) });

describe('an append whose outcome is unknown', () => {
  it.each([
    ['the request was lost', ['lost-request', 'lost-request']],
    ['the answer was lost', ['lost-answer', 'lost-answer', 'lost-answer']],
    ['first the request was lost and then the answer', ['lost-request', 'lost-answer']],
  ] as const)('is repeated with the same events and the same revision when %s', async (_what, kinds) => {
    const store = aStore(...kinds);
    const streams = toyStreams(store);
    await streams.tell(aRequest(stream, open));
    expect(await streams.tell(aRequest(stream, noted('sms', 2)))).toMatchObject({ revision: 2, position: 3n, repeated: false });
    const [first, ...repeats] = store.asked.slice(1);
    expect(repeats).toHaveLength(kinds.length);
    for (const repeat of repeats) expect(repeat).toStrictEqual(first);
    await streams.tell(aRequest(stream, close));
    expect(await verify(store)).toMatchObject({ ok: true });
  });

  it('is not decided anew', async () => {
    const store = aStore('lost-request', 'lost-answer', 'lost-request');
    const streams = toyStreams(store);
    await streams.tell(aRequest(stream, open));
    let decided = 0;
    const context = (): { on: string } => {
      decided += 1;
      return { on: '2026-03-10' };
    };
    await streams.tell(aRequest(stream, noted('sms'), { context }));
    expect(decided).toBe(1);
  });

  it('is given up when the budget is used up, and the command can be given again', async () => {
    const store = aStore(...Array.from({ length: 50 }, () => 'lost-answer' as const));
    const streams = toyStreams(store, { patience: { budgetMs: 0, pauseMs: 1 } });
    await streams.tell(aRequest(stream, open));
    const request = aRequest(stream, noted('sms'));
    await expect(streams.tell(request)).rejects.toThrow(OutcomeUnknown);
    expect(store.asked).toHaveLength(2);
    expect(await toyStreams(store).tell(request)).toMatchObject({ revision: 1, repeated: true });
    expect(await streams.tell(request)).toMatchObject({ revision: 1, repeated: true });
    expect(await store.read(stream)).toHaveLength(2);
  });

  it('stays unknown when the store then stops', async () => {
    const streams = toyStreams(aStore('lost-answer', 'unavailable'));
    await streams.tell(aRequest(stream, open));
    await expect(streams.tell(aRequest(stream, noted('sms')))).rejects.toThrow(OutcomeUnknown);
  });

  it('is one effect also when another process was faster', async () => {
    const store = aStore('lost-request');
    const streams = toyStreams(store);
    await streams.tell(aRequest(stream, open));
    const mine = streams.tell(aRequest(stream, noted('sms')));
    await toyStreams(store).tell(aRequest(stream, noted('letter')));
    expect(await mine).toMatchObject({ revision: 2, repeated: false });
    expect(await verify(store)).toMatchObject({ ok: true });
  });
});

describe('a store that takes no writes', () => {
  it('says so at once', async () => {
    const streams = toyStreams(aStore('unavailable'));
    await streams.tell(aRequest(stream, open));
    await expect(streams.tell(aRequest(stream, noted('sms')))).rejects.toThrow(StoreUnavailable);
    expect(await streams.tell(aRequest(stream, noted('sms')))).toMatchObject({ revision: 1 });
  });

  it('leaves the outcome unknown when it can no longer be read back', async () => {
    // Repeated: the store then cannot say that it was this try which stored it.
    const store = aStore('lost-answer');
    const streams = toyStreams(store);
    await streams.tell(aRequest(stream, open));
    store.losesReads = true;
    const request = aRequest(stream, noted('sms'));
    await expect(streams.tell(request)).rejects.toThrow(OutcomeUnknown);
    store.losesReads = false;
    expect(await streams.tell(request)).toMatchObject({ revision: 1, repeated: true });
  });
});
