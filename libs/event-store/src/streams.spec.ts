import { Rejected } from '@samspor/domain';
import { InMemoryEventStore } from './adapters/in-memory.event-store.js';
import { AppendRefused } from './event-store.js';
import { StaleRevision } from './streams.errors.js';
import { aRequest, close, noted, open, toyDecider, toyStreams, type ToyStreams } from './testing/toy-case.js';
import { verify } from './verify.js';

describe('telling a command', () => {
  let store: InMemoryEventStore;
  let streams: ToyStreams;

  beforeEach(() => {
    store = InMemoryEventStore.empty();
    streams = toyStreams(store);
  });

  it('stores its events in one dense, chained stream and says where', async () => {
    const opened = await streams.tell(aRequest('case-1', open));
    const many = await streams.tell(aRequest('case-1', noted('sms', 3)));
    expect(opened).toMatchObject({
      stream: 'case-1',
      revision: 0,
      position: 1n,
      repeated: false,
      events: [{ type: 'Opened', revision: 0 }],
    });
    expect(many.events.map(({ revision, position }) => [revision, position])).toEqual([
      [1, 2n],
      [2, 3n],
      [3, 4n],
    ]);
    expect(many).toMatchObject({ revision: 3, position: 4n });
    expect(await verify(store)).toMatchObject({ ok: true });
  });

  it('writes who, when and under which law beside each event', async () => {
    const request = aRequest('case-1', open, { causationId: 'cause' });
    const { events } = await streams.tell(request);
    expect(events[0]?.metadata).toEqual({
      occurredOn: '2026-03-10',
      recordedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      actor: request.actor,
      ownerAgency: 'NAV',
      category: 'contact',
      sensitivity: 'S1',
      lawVersion: 'opl-2023',
      schemaVersion: 1,
      commandId: request.commandId,
      fingerprint: request.fingerprint,
      correlationId: request.correlationId,
      causationId: 'cause',
    });
  });

  it('refuses what a rule refuses, and stores nothing', async () => {
    await expect(streams.tell(aRequest('case-1', close))).rejects.toThrow(Rejected);
    expect(await store.head()).toBeUndefined();
  });

  it('answers with the stream as it stands when there is nothing to do', async () => {
    await streams.tell(aRequest('case-1', open));
    expect(await streams.tell(aRequest('case-1', open))).toEqual({
      stream: 'case-1',
      revision: 0,
      position: 1n,
      events: [],
      repeated: false,
    });
    expect(await streams.tell(aRequest('case-1', open, { expectedRevision: 0 }))).toMatchObject({ revision: 0, events: [] });
  });

  it('refuses an author who has not seen the last revision, and says which it is', async () => {
    await streams.tell(aRequest('case-1', open, { expectedRevision: -1 }));
    await streams.tell(aRequest('case-1', noted('sms'), { expectedRevision: 0 }));
    const late = streams.tell(aRequest('case-1', close, { expectedRevision: 0 }));
    await expect(late).rejects.toThrow(StaleRevision);
    await expect(late).rejects.toMatchObject({ stream: 'case-1', expected: 0, actual: 1 });
  });

  it('takes 100 events, and refuses 101', async () => {
    await streams.tell(aRequest('case-1', open));
    expect((await streams.tell(aRequest('case-1', noted('sms', 100)))).revision).toBe(100);
    await expect(streams.tell(aRequest('case-1', noted('sms', 101)))).rejects.toThrow(AppendRefused);
    await expect(streams.consider(aRequest('case-1', noted('sms', 101)))).rejects.toThrow(AppendRefused);
  });

  it('stores no event that its own decider cannot fold', async () => {
    const evolve = (): never => {
      throw new Error('cannot fold');
    };
    const broken = toyStreams(store, { decider: { ...toyDecider, evolve } });
    await expect(broken.tell(aRequest('case-1', open))).rejects.toThrow('cannot fold');
    expect(await store.head()).toBeUndefined();
  });

  it('shows the decider the same events at once as after a restart: without personal fields', async () => {
    const seen: unknown[] = [];
    const decider = {
      ...toyDecider,
      evolve: ((state, event) => {
        seen.push(event);
        return toyDecider.evolve(state, event);
      }) satisfies typeof toyDecider.evolve,
    };
    const watched = toyStreams(store, { decider });
    await watched.tell(aRequest('case-1', open));
    await watched.tell(aRequest('case-1', noted('sms')));
    await toyStreams(store, { decider }).load('case-1');
    expect(seen.filter((event) => JSON.stringify(event).includes('Solveig'))).toEqual([]);
    expect(new Set(seen.map((event) => JSON.stringify(event))).size).toBe(2);
  });
});

describe('considering a command', () => {
  it('says what it would lead to, and changes nothing', async () => {
    const store = InMemoryEventStore.empty();
    const streams = toyStreams(store);
    expect(await streams.consider(aRequest('case-1', open))).toEqual({ events: [{ type: 'Opened', data: { by: 'NAV' } }] });
    await expect(streams.consider(aRequest('case-1', close))).rejects.toThrow(Rejected);
    await expect(streams.consider(aRequest('case-1', open, { expectedRevision: 3 }))).rejects.toThrow(StaleRevision);
    expect(await store.head()).toBeUndefined();
  });
});

describe('loading a stream', () => {
  it('gives its state and where it stands', async () => {
    const store = InMemoryEventStore.empty();
    const streams = toyStreams(store);
    expect(await streams.load('case-1')).toEqual({ state: toyDecider.initial, revision: -1, position: undefined, exists: false });
    await streams.tell(aRequest('case-1', open));
    await streams.tell(aRequest('case-1', noted('sms', 2)));
    const loaded = { state: { open: true, notes: 2 }, revision: 2, position: 3n, exists: true };
    expect(await streams.load('case-1')).toEqual(loaded);
    expect(await toyStreams(store).load('case-1')).toEqual(loaded);
  });
});
