import { InMemoryEventStore } from './adapters/in-memory.event-store.js';
import { CommandIdReused } from './streams.errors.js';
import { aRequest, close, noted, open, toyStreams, type ToyStreams } from './testing/toy-case.js';
import { verify } from './verify.js';

const stream = 'case-1';

/** Ways in which the same command comes a second time. */
const comings: readonly (readonly [string, (streams: ToyStreams, store: InMemoryEventStore) => Promise<ToyStreams>])[] = [
  ['at once', async (streams) => streams],
  ['after a restart', async (_streams, store) => toyStreams(store.reopened())],
  [
    'after other commands',
    async (streams) => {
      await streams.tell(aRequest(stream, noted('letter', 2)));
      await streams.tell(aRequest(stream, close));
      return streams;
    },
  ],
  [
    'after other commands elsewhere and a restart',
    async (_streams, store) => {
      await toyStreams(store).tell(aRequest(stream, close));
      return toyStreams(store);
    },
  ],
];

describe('the same command id twice', () => {
  let store: InMemoryEventStore;
  let streams: ToyStreams;

  beforeEach(async () => {
    store = InMemoryEventStore.empty();
    streams = toyStreams(store);
    await streams.tell(aRequest(stream, open));
  });

  it.each(comings)('is one effect and the same answer %s', async (_when, comeAgain) => {
    const request = aRequest(stream, noted('sms', 3), { expectedRevision: 0 });
    const first = await streams.tell(request);
    const later = await comeAgain(streams, store);
    const before = await store.read(stream);
    expect(await later.tell(request)).toStrictEqual({ ...first, repeated: true });
    expect(await store.read(stream)).toStrictEqual(before);
  });

  it.each(comings)('is refused %s when it is another command', async (_when, comeAgain) => {
    const request = aRequest(stream, noted('sms'));
    await streams.tell(request);
    const later = await comeAgain(streams, store);
    const before = await store.read(stream);
    await expect(later.tell(aRequest(stream, noted('phone'), { commandId: request.commandId }))).rejects.toThrow(CommandIdReused);
    expect(await store.read(stream)).toStrictEqual(before);
  });

  it('is one effect and one answer for many who come at the same time', async () => {
    const request = aRequest(stream, noted('sms', 2));
    const others = Array.from({ length: 3 }, () => toyStreams(store));
    for (const other of others) await other.load(stream);
    const told = await Promise.all([streams, ...others].flatMap((each) => Array.from({ length: 5 }, () => each.tell(request))));
    expect(new Set(told.map(({ revision, position }) => `${String(revision)} ${String(position)}`))).toEqual(new Set(['2 3']));
    expect(told.filter(({ repeated }) => !repeated)).toHaveLength(1);
    for (const { events } of told) expect(events).toStrictEqual(told[0]?.events);
    expect(await store.read(stream)).toHaveLength(3);
  });

  it('is its own command in each stream', async () => {
    const request = aRequest(stream, noted('sms'));
    const [here, there] = [await streams.tell(request), await streams.tell({ ...request, stream: 'case-2', command: open })];
    expect([here.repeated, there.repeated]).toEqual([false, false]);
  });
});

describe('the same command told to a process that knows only what was before it', () => {
  const twoProcesses = async () => {
    const store = InMemoryEventStore.empty();
    const [one, other] = [toyStreams(store), toyStreams(store)];
    await one.tell(aRequest(stream, open));
    await other.load(stream);
    return { store, one, other };
  };

  // The store answers "stored" here, since the ids are known and stand at the expected place.
  it('gets the first answer, and the chain stays whole', async () => {
    const { store, one, other } = await twoProcesses();
    const request = aRequest(stream, noted('sms'));
    const first = await one.tell(request);
    expect(await other.tell(request)).toStrictEqual({ ...first, repeated: true });
    await other.tell(aRequest(stream, close));
    expect(await verify(store)).toMatchObject({ ok: true });
  });

  it('gets the whole first answer, also when it would lead to fewer events now', async () => {
    const { store, one, other } = await twoProcesses();
    const request = aRequest(stream, noted('sms', 3));
    const first = await one.tell(request);
    expect(await other.tell({ ...request, command: noted('sms', 1) })).toStrictEqual({ ...first, repeated: true });
    await other.tell(aRequest(stream, close));
    expect(await verify(store)).toMatchObject({ ok: true });
  });

  it('is refused when it is another command', async () => {
    const { store, one, other } = await twoProcesses();
    const request = aRequest(stream, noted('sms'));
    await one.tell(request);
    await expect(other.tell(aRequest(stream, noted('phone'), { commandId: request.commandId }))).rejects.toThrow(CommandIdReused);
    expect(await store.read(stream)).toHaveLength(2);
  });
});
