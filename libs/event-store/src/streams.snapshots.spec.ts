import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { openDatabase } from '@samspor/sqlite';
import { type TemporaryDirectory, temporaryDirectory } from '@samspor/sqlite/testing';
import fc from 'fast-check';
import { InMemoryEventStore } from './adapters/in-memory.event-store.js';
import { SqliteSnapshotStore } from './adapters/sqlite.snapshot-store.js';
import { CountingStore } from './testing/counting.event-store.js';
import { aRequest, close, noted, open, toyStreams, type ToyStreams } from './testing/toy-case.js';

const stream = 'case-1';
const manyNotes = 40;
const commands = fc.array(fc.constantFrom(open, close, noted('sms'), noted('letter', 5), noted('phone', 20)), { maxLength: 30 });

describe('a stream that is kept from one start to the next', () => {
  let directory: TemporaryDirectory;
  let file: string;
  let events: InMemoryEventStore;

  beforeEach(() => {
    directory = temporaryDirectory();
    file = directory.file('snapshots.db');
    events = InMemoryEventStore.empty();
  });
  afterEach(() => directory.remove());

  /** A start over the same files, its work, and its end. */
  const started = async <T>(work: (streams: ToyStreams, store: CountingStore) => Promise<T>, maker = 'this build'): Promise<T> => {
    const snapshots = await SqliteSnapshotStore.open(file, maker);
    const store = new CountingStore(events, {});
    const result = await work(toyStreams(store, { snapshots }), store);
    await snapshots.close();
    return result;
  };
  const fillCase = () =>
    started(async (streams) => {
      await streams.tell(aRequest(stream, open));
      return streams.tell(aRequest(stream, noted('sms', manyNotes)));
    });
  const readToLoad = (maker?: string) =>
    started(async (streams, store) => {
      expect(await streams.load(stream)).toEqual(await toyStreams(events).load(stream));
      return store.eventsRead;
    }, maker);

  it('is read from there on', async () => {
    await fillCase();
    expect(await readToLoad()).toBe(1);
    await started((streams) => streams.tell(aRequest(stream, noted('phone', 3))));
    expect(await readToLoad()).toBe(4);
  });

  it('is the same as without, whatever is told and whenever it starts anew', () =>
    fc.assert(
      fc.asyncProperty(fc.array(commands, { maxLength: 4 }), async (starts) => {
        const name = `case-${String(await events.head())}-${starts.flat().length}`;
        for (const told of starts)
          await started(async (streams) => {
            for (const command of told) await streams.tell(aRequest(name, command)).catch(() => undefined);
            expect(await streams.load(name)).toEqual(await toyStreams(events).load(name));
          });
      }),
      { numRuns: 30 },
    ));

  it('answers a command from before it as the first time', async () => {
    await started((streams) => streams.tell(aRequest(stream, open)));
    const request = aRequest(stream, noted('letter', 2));
    const first = await started((streams) => streams.tell(request));
    await started((streams) => streams.tell(aRequest(stream, noted('sms', manyNotes))));
    expect(await started((streams) => streams.tell(request))).toStrictEqual({ ...first, repeated: true });
  });

  it.each([
    ['a shorter one', [noted('phone')]],
    ['one of the same length', [noted('phone', manyNotes - 1), close]],
  ])('is folded anew when the events are of another history: %s', async (_which, others) => {
    await fillCase();
    events = InMemoryEventStore.empty();
    const other = toyStreams(events);
    await other.tell(aRequest(stream, open));
    for (const command of others) await other.tell(aRequest(stream, command));
    await readToLoad();
  });

  it('is folded anew by another build', async () => {
    await fillCase();
    expect(await readToLoad('another build')).toBe(manyNotes + 1);
  });

  it('is folded anew when the file is damaged', async () => {
    await fillCase();
    writeFileSync(file, Buffer.alloc(8_192, 'x'));
    expect(await readToLoad()).toBe(manyNotes + 1);
  });

  it('is told and read all the same when nothing can be kept', async () => {
    await started(async (streams) => {
      const database = await openDatabase(file, { synchronous: 'NORMAL' });
      database.exec('DROP TABLE snapshots');
      database.close();
      await streams.tell(aRequest(stream, open));
      await streams.tell(aRequest(stream, noted('sms', manyNotes)));
    });
    expect((await toyStreams(events).load(stream)).revision).toBe(manyNotes);
  });

  it('holds nothing personal', async () => {
    await fillCase();
    for (const name of readdirSync(directory.path)) expect(readFileSync(directory.file(name)).includes('Solveig')).toBe(false);
  });
});
