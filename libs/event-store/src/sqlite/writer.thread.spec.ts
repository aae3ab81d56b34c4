import { describe, expect, it } from '@jest/globals';
import { aStream, eventStoreContract, idsOf, onAStore, openInNewDirectory, someEvents, uniqueIdsContract } from '../testing/index.js';
import { storedChannel } from './stored-channel.js';

/** A thread runs what is built; `npm test` builds it first. */
const built = new URL('../../../../dist/libs/event-store/src/sqlite/writer.worker.js', import.meta.url);
const running = (program: URL) => () => openInNewDirectory(undefined, program);
const said = (javaScript: string): URL => new URL(`data:text/javascript,${encodeURIComponent(javaScript)}`);

eventStoreContract('in SQLite, with a thread that writes', running(built));

describe('an event store with a thread that writes', () => {
  uniqueIdsContract(running(built));
  const on = onAStore(running(built));

  it(
    'stores what waits when it is closed, also what was not sent yet',
    on(async ({ store, reopen }) => {
      const stream = aStream();
      const waiting = Promise.all([store.append(stream, 'no-stream', someEvents(1)), store.append(stream, 0, someEvents(2))]);
      await store.close();
      expect((await waiting).map(({ revision }) => revision)).toEqual([0, 2]);
      await expect(store.append(stream, 2, someEvents(1))).rejects.toMatchObject({ name: 'StoreUnavailable' });
      expect(await (await reopen()).read(stream)).toHaveLength(3);
    }),
  );

  it(
    'keeps the order in which appends come, however many there are at once',
    on(async ({ store }) => {
      const stream = aStream();
      const events = someEvents(100);
      await Promise.all(events.map((event, index) => store.append(stream, index === 0 ? 'no-stream' : index - 1, [event])));
      expect(idsOf(await store.read(stream))).toEqual(idsOf(events));
    }),
  );

  it(
    'tells the other threads of this process when something was stored, as soon as it is',
    on(async ({ store, file }) => {
      const channel = storedChannel(file);
      const heard = new Promise((resolve) => (channel.onmessage = resolve));
      await store.append(aStream(), 'no-stream', someEvents(1));
      await expect(heard).resolves.toMatchObject({ data: 'stored' });
      channel.close();
    }),
  );

  it(
    'takes no more writes when the thread could not trust the file, and says what to do',
    on(async ({ store, tamper }) => {
      const stream = aStream();
      await store.append(stream, 'no-stream', someEvents(1));
      await tamper("CREATE TRIGGER odd BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'no more'); END");
      await expect(store.append(stream, 0, someEvents(1))).rejects.toMatchObject({ name: 'StoreUnavailable' });
      expect(store.fault()).toMatch(/take no more writes, since another program has changed it\. Stop that program, then restart the hub/);
      await expect(store.append(stream, 0, someEvents(1))).rejects.toMatchObject({ name: 'StoreUnavailable', message: store.fault() });
      expect(await store.read(stream)).toHaveLength(1);
    }),
  );
});

describe('an event store whose thread ends', () => {
  it.each([
    ['by a fault of its own', "throw new Error('out of order')", /has ended: out of order\. Restart the hub/],
    [
      'when it is heard',
      "import('node:worker_threads').then(({ workerData }) => workerData.port.once('message', () => process.exit()))",
      /was stopped/,
    ],
  ])('%s: nobody can tell what came of what it had, and nothing more is taken', (_when, program, why) =>
    onAStore(running(said(program)))(async ({ store }) => {
      const stream = aStream();
      await expect(store.append(stream, 'no-stream', someEvents(1))).rejects.toMatchObject({ name: 'OutcomeUnknown', message: why });
      expect(store.fault()).toMatch(why);
      await expect(store.append(stream, 'no-stream', someEvents(1))).rejects.toMatchObject({ name: 'StoreUnavailable' });
      expect(await store.read(stream)).toEqual([]);
    })(),
  );
});
