import { InMemoryViewStore } from './adapters/in-memory.view-store.js';
import { type RebuildProgress, rebuild } from './rebuild.js';
import { counting, rightly } from './testing/counting-view.js';
import { documentsIn } from './testing/dump.js';
import { storeOf } from './testing/event-log.js';
import { PATIENT, projectorOf, something, stopAll } from './testing/running.js';
import type { AnyView } from './view.js';

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

  it('replaces documents of events that are not there any more', async () => {
    const views = new InMemoryViewStore();
    await rebuild({ events: await storeOf(...log), views, view: counting });
    await rebuild({ events: await storeOf(something('youth-9')), views, view: counting });
    expect(await documentsIn(views, counting)).toEqual(rightly({ 'youth-9': 1 }));
  });
});
