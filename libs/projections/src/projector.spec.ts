import { setImmediate } from 'node:timers/promises';
import { InMemoryEventStore } from '@samspor/event-store';
import { InMemoryViewStore } from './adapters/in-memory.view-store.js';
import { counting, rightly } from './testing/counting-view.js';
import { documentsIn } from './testing/dump.js';
import { append, storeOf } from './testing/event-log.js';
import { GatedViewStore } from './testing/gated-view-store.js';
import { RoughEventStore } from './testing/rough-event-store.js';
import { PATIENT, projectorOf, something, stopAll } from './testing/running.js';

afterEach(stopAll);

const two = [something('youth-1'), something('youth-2')];

describe('the projector', () => {
  it('shows what had happened before it started and what happens then', async () => {
    const events = await storeOf(...two);
    const views = new InMemoryViewStore();
    const projector = projectorOf({ events, views, definitions: [counting] });
    await projector.start();
    const position = await append(events, something('youth-1'));
    expect(await projector.waitFor('counting', position, PATIENT)).toBe(true);
    expect(await documentsIn(views, counting)).toEqual(rightly({ 'youth-1': 2, 'youth-2': 1 }));
  });

  it('tells those who wait for an event that has not come that it has not', async () => {
    const projector = projectorOf({ events: await storeOf(...two), definitions: [counting] });
    await projector.start();
    expect(await projector.waitFor('counting', 2n, PATIENT)).toBe(true);
    expect(await projector.waitFor('counting', 3n, 1)).toBe(false);
  });

  it('sends those who wait away when it stops', async () => {
    const projector = projectorOf({ definitions: [counting] });
    await projector.start();
    const waiting = projector.waitFor('counting', 1n, PATIENT);
    await projector.stop();
    expect(await waiting).toBe(false);
  });

  it('goes on where it stopped', async () => {
    const events = await storeOf(...two);
    const views = new InMemoryViewStore();
    const first = projectorOf({ events, views, definitions: [counting] });
    await first.start();
    await first.waitFor('counting', 2n, PATIENT);
    await first.stop();
    const position = await append(events, something('youth-1'));
    const second = projectorOf({ events, views, definitions: [counting] });
    await second.start();
    expect(await second.waitFor('counting', position, PATIENT)).toBe(true);
    expect(await documentsIn(views, counting)).toEqual(rightly({ 'youth-1': 2, 'youth-2': 1 }));
  });

  it('stops when what is at hand is stored', async () => {
    const views = new GatedViewStore(() => true);
    const projector = projectorOf({ events: await storeOf(...two), views, definitions: [counting] });
    await projector.start();
    await views.reached;
    let hasStopped = false;
    const stopping = projector.stop().then(() => (hasStopped = true));
    await setImmediate();
    expect(hasStopped).toBe(false);
    views.open();
    await stopping;
    expect((await views.generations('counting'))[0]?.checkpoint).toBe(2n);
  });

  it('answers nothing until a view is built for the first time', async () => {
    const events = await storeOf(...Array.from({ length: 1_500 }, () => something('youth-1')));
    const views = new GatedViewStore(({ checkpoint }) => checkpoint === 1_500n);
    const projector = projectorOf({ events, views, definitions: [counting] });
    await projector.start();
    await views.reached;
    expect([(await projector.state())[0]?.mode, (await projector.state())[0]?.checkpoint]).toEqual(['building', 1_000n]);
    expect(await documentsIn(views, counting)).toEqual([]);
    views.open();
    expect(await projector.waitFor('counting', 1_500n, PATIENT)).toBe(true);
    expect(await documentsIn(views, counting)).toEqual(rightly({ 'youth-1': 1_500 }));
  });

  it('tells what has changed once readers see it', async () => {
    const events = InMemoryEventStore.empty();
    const views = new InMemoryViewStore();
    const projector = projectorOf({ events, views, definitions: [counting] });
    await projector.start();
    const told = new Promise((resolve) => {
      projector.onChange((position, streams) => void documentsIn(views, counting).then((seen) => resolve({ position, streams, seen })));
    });
    await append(events, something('youth-1'));
    expect(await told).toEqual({ position: 1n, streams: ['youth-1'], seen: rightly({ 'youth-1': 1 }) });
  });

  it('goes on when a listener fails', async () => {
    const events = new RoughEventStore(InMemoryEventStore.empty());
    const projector = projectorOf({ events, definitions: [counting], beatMs: PATIENT });
    projector.onChange(() => {
      throw new Error('a listener of this test');
    });
    await projector.start();
    for (const stream of ['youth-1', 'youth-2']) {
      const position = await append(events.inner, something(stream));
      expect(await projector.waitFor('counting', position, PATIENT)).toBe(true);
    }
    expect(events.signals).toHaveLength(1);
  });

  it('says how each view is doing', async () => {
    const now = new Date('2026-03-10T09:00:00Z');
    const projector = projectorOf({ events: await storeOf(...two), definitions: [counting], clock: () => now });
    await projector.start();
    await projector.waitFor('counting', 2n, PATIENT);
    expect(await projector.state()).toEqual([
      { view: 'counting', version: 1, mode: 'live', checkpoint: 2n, head: 2n, lag: 0n, lastBeat: now, beatAgeMs: 0, parked: 0 },
    ]);
  });

  it('says how far a view is behind', async () => {
    const projector = projectorOf({ events: await storeOf(...two), definitions: [counting] });
    expect((await projector.state())[0]).toMatchObject({ checkpoint: undefined, head: 2n, lag: 2n });
  });

  it('beats for other processes to see', async () => {
    const views = new InMemoryViewStore();
    const beaten = new Promise((resolve) => (views.beat = async (at) => resolve(at)));
    const now = new Date('2026-03-10T09:00:00Z');
    await projectorOf({ views, definitions: [counting], clock: () => now }).start();
    expect(await beaten).toEqual(now);
  });

  it('refuses to wait for a view that there is not', async () => {
    await expect(projectorOf({ definitions: [counting] }).waitFor('none', 1n, 1)).rejects.toThrow('no such view: none');
  });
});
