import { InMemoryViewStore } from './adapters/in-memory.view-store.js';
import { type RebuildProgress, rebuild } from './rebuild.js';
import { counting, rightly } from './testing/counting-view.js';
import { documentsIn } from './testing/dump.js';
import { storeOf } from './testing/event-log.js';
import { newEventOf } from './testing/record.js';
import { RoughViewStore } from './testing/rough-view-store.js';
import { PATIENT, projectorOf, something, stopAll } from './testing/running.js';
import type { AnyView, View } from './view.js';

afterEach(stopAll);

const log = ['youth-1', 'youth-2', 'youth-1'].map(something);
const right = rightly({ 'youth-1': 2, 'youth-2': 1 });

const poisoned: AnyView = {
  ...counting,
  reduce: () => {
    throw new Error('Ola Nordmann');
  },
};

describe('a rebuild', () => {
  it('folds everything anew and swaps, while the projector runs', async () => {
    const events = await storeOf(...log);
    const views = new InMemoryViewStore();
    const projector = projectorOf({ events, views, definitions: [counting] });
    await projector.start();
    await projector.waitFor('counting', 3n, PATIENT);
    const [before] = await views.generations('counting');
    await rebuild({ events, views, view: counting });
    const [after] = await views.generations('counting');
    expect(after?.id).not.toBe(before?.id);
    expect(await documentsIn(views, counting)).toEqual(right);
  });

  it('stores a document once for the events of one time, and all of them in the end', async () => {
    const streams = Array.from({ length: 2_500 }, (_, n) => `youth-${String(n).padStart(4, '0')}`);
    const events = await storeOf(...[...streams, ...streams.toReversed(), ...streams].map(something));
    const views = new RoughViewStore();
    await rebuild({ events, views, view: counting });
    expect(views.commits).toBe(4);
    expect(await documentsIn(views, counting)).toEqual(rightly(Object.fromEntries(streams.map((stream) => [stream, 3]))));
  });

  it('tells how far it has come', async () => {
    const told: RebuildProgress[] = [];
    await rebuild({
      events: await storeOf(...log),
      views: new InMemoryViewStore(),
      view: counting,
      onProgress: (progress) => told.push(progress),
    });
    expect(told).toEqual([{ events: 3, position: 3n }]);
  });

  it('stops at an event that the view cannot fold, names it without what it holds, and leaves the running view', async () => {
    const events = await storeOf(...log);
    const views = new InMemoryViewStore();
    await rebuild({ events, views, view: counting });
    const failure = rebuild({ events, views, view: poisoned });
    await expect(failure).rejects.toThrow('the view counting cannot fold the event at position 1 (ContactEstablished): FOLD_FAILED');
    await expect(failure).rejects.not.toThrow('Nordmann');
    expect((await views.generations('counting')).map(({ state }) => state)).toEqual(['live']);
    expect(await documentsIn(views, counting)).toEqual(right);
  });

  it('stops at an event that cannot be read only where the view looks into it', async () => {
    const events = await storeOf(...log);
    await events.append('youth-1', 'any', [{ ...newEventOf(something('youth-1')), data: '{' }]);
    const views = new InMemoryViewStore();
    await rebuild({ events, views, view: counting });
    expect(await documentsIn(views, counting)).toEqual(rightly({ 'youth-1': 3, 'youth-2': 1 }));
    const reading: View<object> = { name: 'reading', version: 1, keys: ({ stream }) => [stream], reduce: (_doc, { data }) => data };
    await expect(rebuild({ events, views, view: reading })).rejects.toThrow(/at position 4 .*UNREADABLE_EVENT/);
  });

  it('replaces documents of events that are not there any more', async () => {
    const views = new InMemoryViewStore();
    await rebuild({ events: await storeOf(...log), views, view: counting });
    await rebuild({ events: await storeOf(something('youth-9')), views, view: counting });
    expect(await documentsIn(views, counting)).toEqual(rightly({ 'youth-9': 1 }));
  });
});
