import type { InMemoryEventStore } from '@samspor/event-store';
import { InMemoryViewStore } from './adapters/in-memory.view-store.js';
import { rebuild } from './rebuild.js';
import { type Counted, counting, rightly } from './testing/counting-view.js';
import { documentsIn } from './testing/dump.js';
import { append, storeOf } from './testing/event-log.js';
import { GatedViewStore } from './testing/gated-view-store.js';
import { PATIENT, projectorOf, something, stopAll, until, untilMode } from './testing/running.js';
import type { AnyView, View } from './view.js';

afterEach(stopAll);

const log = ['youth-1', 'youth-2', 'youth-1'].map(something);
const right = rightly({ 'youth-1': 2, 'youth-2': 1 });

/** The next version of the view: it begins to count at 100. */
const next: View<Counted> = {
  ...counting,
  version: 2,
  reduce: (doc, { revision }) => ({ revisions: [...(doc?.revisions ?? []), 100 + revision] }),
};

const ofNext = right.map(({ key, doc }) => ({ key, doc: { revisions: doc.revisions.map((revision) => 100 + revision) } }));

const failingAt = (view: View<Counted>, position: bigint): AnyView => ({
  ...view,
  reduce: (doc, event, key) => {
    if (event.position === position) throw new Error('Ola Nordmann');
    return view.reduce(doc as Counted | undefined, event, key);
  },
});

const runTo = async (definition: AnyView, events: InMemoryEventStore, views: InMemoryViewStore) => {
  const projector = projectorOf({ events, views, definitions: [definition] });
  await projector.start();
  await projector.waitFor(definition.name, (await events.head()) ?? 0n, PATIENT);
  return projector;
};

const built = async (definition: AnyView = counting) => {
  const events = await storeOf(...log);
  const views = new InMemoryViewStore();
  await (await runTo(definition, events, views)).stop();
  return { events, views };
};

describe('a view whose code has a newer version than its documents', () => {
  it('is built beside them while they answer, and takes their place', async () => {
    const events = await storeOf(...log);
    const views = new GatedViewStore((_commit, { version }) => version === next.version);
    await (await runTo(counting, events, views)).stop();
    const projector = projectorOf({ events, views, definitions: [next] });
    await projector.start();
    expect((await projector.state())[0]).toMatchObject({ mode: 'building', version: 2 });
    expect(await documentsIn(views, counting)).toEqual(right);
    const swapped = projector.waitFor('counting', await append(events, something('youth-3')), PATIENT);
    views.open();
    expect(await swapped).toBe(true);
    expect(await documentsIn(views, next)).toEqual([...ofNext, { key: 'youth-3', doc: { revisions: [100] } }]);
    expect((await projector.state())[0]).toMatchObject({ mode: 'live', version: 2, lag: 0n });
  });

  it('counts as seen only up to where they answer, until it takes their place', async () => {
    const beside: View<Counted> = { ...counting, name: 'beside' };
    const events = await storeOf(...log);
    const views = new GatedViewStore((_commit, { version }) => version === 2);
    const before = projectorOf({ events, views, definitions: [counting, beside] });
    await before.start();
    await before.seen(3n, PATIENT);
    await before.stop();
    const projector = projectorOf({ events, views, definitions: [counting, { ...beside, version: 2 }] });
    const toldSeen = (): Promise<bigint | undefined> =>
      new Promise((resolve) => {
        const stop = projector.onChange((_position, _streams, seen) => resolve((stop(), seen)));
      });
    await projector.start();
    const whileBuilt = toldSeen();
    await append(events, something('youth-2'));
    expect(await whileBuilt).toBe(3n);
    views.open();
    await projector.waitFor('beside', 4n, PATIENT);
    const afterwards = toldSeen();
    await append(events, something('youth-2'));
    expect(await afterwards).toBe(5n);
  });

  it('leaves them in place when it cannot fold an event that they could', async () => {
    const { events, views } = await built();
    const projector = projectorOf({ events, views, definitions: [failingAt(next, 2n)] });
    await projector.start();
    await untilMode(projector, 'stopped');
    const [state] = await projector.state();
    expect(state).toMatchObject({ mode: 'stopped', stoppedBy: expect.stringContaining('at position 2 (ContactEstablished)') });
    expect(JSON.stringify(state?.stoppedBy)).not.toContain('Nordmann');
    expect(await documentsIn(views, counting)).toEqual(right);
  });

  it('takes their place when it cannot fold what they could not either', async () => {
    const { events, views } = await built(failingAt(counting, 2n));
    const projector = await runTo(failingAt(next, 2n), events, views);
    await untilMode(projector, 'live');
    expect((await projector.state())[0]).toMatchObject({ mode: 'live', version: 2, parked: 1 });
    expect(await documentsIn(views, next)).toEqual(ofNext.slice(0, 1));
  });

  it('stands back where newer code has been at work', async () => {
    const { events, views } = await built(next);
    const projector = projectorOf({ events, views, definitions: [counting] });
    await projector.start();
    await append(events, something('youth-3'));
    expect(await projector.waitFor('counting', 4n, 20)).toBe(false);
    expect((await projector.state())[0]).toMatchObject({ mode: 'outdated' });
    expect(await documentsIn(views, next)).toEqual(ofNext);
  });

  it('makes older code that is still running stand back', async () => {
    const { events, views } = await built();
    const old = await runTo(counting, events, views);
    await untilMode(await runTo(next, events, views), 'live');
    const seen = new Promise((resolve) => old.onChange(resolve));
    const last = await append(events, something('youth-1'));
    await seen;
    await untilMode(old, 'outdated');
    const another = await runTo(next, events, views);
    expect(await another.waitFor('counting', last, PATIENT)).toBe(true);
    expect((await documentsIn(views, next)).map(({ doc }) => doc.revisions)).toEqual([[100, 101, 102], [100]]);
  });
});

describe('a view that another process has rebuilt', () => {
  it('goes on with the new documents, also when nothing more happens', async () => {
    const events = await storeOf(...log);
    const views = new InMemoryViewStore();
    const projector = await runTo(failingAt(counting, 2n), events, views);
    await rebuild({ events, views, view: counting });
    await until(() => projector.parked('counting').length === 0);
    expect(await projector.waitFor('counting', await append(events, something('youth-1')), PATIENT)).toBe(true);
    expect(await documentsIn(views, counting)).toEqual(rightly({ 'youth-1': 3, 'youth-2': 1 }));
  });
});

describe('views of events that are not there any more', () => {
  it('are built anew from those that are', async () => {
    const { views } = await built();
    const restored = await storeOf(something('youth-9'));
    const projector = projectorOf({ events: restored, views, definitions: [counting] });
    await projector.start();
    expect(await projector.waitFor('counting', 1n, PATIENT)).toBe(true);
    expect(await documentsIn(views, counting)).toEqual(rightly({ 'youth-9': 1 }));
  });
});
