import { setImmediate } from 'node:timers/promises';
import type { InMemoryEventStore } from '@samspor/event-store';
import { InMemoryViewStore } from './adapters/in-memory.view-store.js';
import { type Counted, counting, rightly } from './testing/counting-view.js';
import { documentsIn } from './testing/dump.js';
import { append, storeOf } from './testing/event-log.js';
import { newEventOf } from './testing/record.js';
import { PATIENT, projectorOf, something, stopAll } from './testing/running.js';
import type { AnyView } from './view.js';

afterEach(stopAll);

const now = new Date('2026-03-10T09:00:00Z');
const clock = (): Date => now;
const other = { ...counting, name: 'other' };

/** The view with a fault that can be mended: it cannot fold events at these positions. */
const faulty = (...positions: readonly bigint[]) => {
  const broken = new Set(positions);
  const view: AnyView = {
    ...counting,
    reduce: (doc, event, key) => {
      if (broken.has(event.position)) throw new Error('Ola Nordmann');
      return counting.reduce(doc as Counted | undefined, event, key);
    },
  };
  return { view, mend: (position: bigint) => broken.delete(position) };
};

const mixed = ['youth-1', 'youth-2', 'youth-1', 'youth-2', 'youth-1'].map(something);

const run = async (definitions: readonly AnyView[], events: InMemoryEventStore, views = new InMemoryViewStore()) => {
  const projector = projectorOf({ events, views, definitions, clock });
  await projector.start();
  const head = (await events.head()) ?? 0n;
  for (const { name } of definitions) expect(await projector.waitFor(name, head, PATIENT)).toBe(true);
  return { projector, views };
};

describe('a view that cannot fold an event', () => {
  it('sets aside that stream only, from that event on, and only in that view', async () => {
    const { projector, views } = await run([faulty(3n).view, other], await storeOf(...mixed));
    expect(await documentsIn(views, counting)).toEqual(rightly({ 'youth-1': 1, 'youth-2': 2 }));
    expect(await documentsIn(views, other)).toEqual(rightly({ 'youth-1': 3, 'youth-2': 2 }));
    expect([projector.parked('counting').length, projector.parked('other').length]).toEqual([1, 0]);
  });

  it('says which stream, from which event and since when, and nothing of what the event holds', async () => {
    const { projector } = await run([faulty(3n).view], await storeOf(...mixed));
    expect(projector.parked('counting')).toEqual([{ stream: 'youth-1', position: 3n, code: 'FOLD_FAILED', since: now.toISOString() }]);
    expect((await projector.state())[0]).toMatchObject({ parked: 1, degradedSince: now.toISOString(), lag: 0n });
  });

  it('folds what was set aside in order when it is told to', async () => {
    const { view, mend } = faulty(3n);
    const { projector, views } = await run([view], await storeOf(...mixed));
    expect(await projector.retry('counting', 'youth-1')).toBe(false);
    mend(3n);
    expect(await projector.retry('counting', 'youth-1')).toBe(true);
    expect(await documentsIn(views, counting)).toEqual(rightly({ 'youth-1': 3, 'youth-2': 2 }));
    expect([projector.parked('counting'), (await projector.state())[0]?.degradedSince]).toEqual([[], undefined]);
  });

  it('folds what comes while it does so', async () => {
    const { view, mend } = faulty(3n);
    const events = await storeOf(...mixed);
    const { projector, views } = await run([view], events);
    mend(3n);
    const { read } = events;
    events.read = async (stream) => {
      const past = await read.call(events, stream);
      await append(events, something('youth-1'));
      for (let turns = 0; turns < 20; turns += 1) await setImmediate();
      return past;
    };
    expect(await projector.retry('counting', 'youth-1')).toBe(true);
    expect(await projector.waitFor('counting', 6n, PATIENT)).toBe(true);
    expect(await documentsIn(views, counting)).toEqual(rightly({ 'youth-1': 4, 'youth-2': 2 }));
  });

  it('keeps aside what fails later in the same stream', async () => {
    const { view, mend } = faulty(3n, 5n);
    const { projector, views } = await run([view], await storeOf(...mixed));
    mend(3n);
    expect(await projector.retry('counting', 'youth-1')).toBe(false);
    expect(projector.parked('counting')).toMatchObject([{ stream: 'youth-1', position: 5n }]);
    expect(await documentsIn(views, counting)).toEqual(rightly({ 'youth-1': 2, 'youth-2': 2 }));
    mend(5n);
    expect(await projector.retry('counting', 'youth-1')).toBe(true);
    expect(await documentsIn(views, counting)).toEqual(rightly({ 'youth-1': 3, 'youth-2': 2 }));
  });

  it('keeps a stream aside over a restart', async () => {
    const events = await storeOf(...mixed);
    const views = new InMemoryViewStore();
    await (await run([faulty(3n).view], events, views)).projector.stop();
    await append(events, something('youth-1'));
    const { projector } = await run([counting], events, views);
    expect(await documentsIn(views, counting)).toEqual(rightly({ 'youth-1': 1, 'youth-2': 2 }));
    expect(await projector.retry('counting', 'youth-1')).toBe(true);
    expect(await documentsIn(views, counting)).toEqual(rightly({ 'youth-1': 4, 'youth-2': 2 }));
  });

  it('tells that the stream has changed when it is folded', async () => {
    const { view, mend } = faulty(3n);
    const { projector } = await run([view], await storeOf(...mixed));
    const changes: (readonly string[])[] = [];
    projector.onChange((_position, streams) => changes.push(streams));
    mend(3n);
    await projector.retry('counting', 'youth-1');
    expect(changes).toContainEqual(['youth-1']);
  });

  it('does nothing for a stream that is not set aside', async () => {
    const { projector, views } = await run([counting], await storeOf(...mixed));
    expect(await projector.retry('counting', 'youth-1')).toBe(true);
    expect(await documentsIn(views, counting)).toEqual(rightly({ 'youth-1': 3, 'youth-2': 2 }));
  });

  it.each<[string, Partial<AnyView>]>([
    ['its keys', { keys: (event) => (event.position === 3n ? [`a\0b`] : counting.keys(event)) }],
    ['its index values', { indexes: (doc) => ({ events: (doc as Counted).revisions.length === 2 ? 'a\0b' : 'a' }) }],
  ])('sets aside what no store could keep in %s', async (_where, fault) => {
    const { projector } = await run([{ ...counting, ...fault }], await storeOf(...mixed.slice(0, 3)));
    expect(projector.parked('counting')).toMatchObject([{ stream: 'youth-1', position: 3n, code: 'FOLD_FAILED' }]);
  });
});

describe('an event that cannot be read', () => {
  const withEvent = async (change: { readonly type?: string; readonly data?: string }) => {
    const events = await storeOf(something('youth-1'), something('youth-2'));
    await events.append('youth-1', 'any', [{ ...newEventOf(something('youth-1')), ...change }]);
    await append(events, something('youth-1'), something('youth-2'));
    return events;
  };

  it.each([
    ['an unknown type', 'UNKNOWN_EVENT_TYPE', { type: 'NeverHeardOf' }],
    ['data that is no JSON', 'UNREADABLE_EVENT', { data: '{' }],
    ['a type that every object has', 'UNKNOWN_EVENT_TYPE', { type: 'constructor' }],
  ])('sets its stream aside in every view: %s', async (_what, code, change) => {
    const { projector, views } = await run([counting, other], await withEvent(change));
    expect(await documentsIn(views, counting)).toEqual(rightly({ 'youth-1': 1, 'youth-2': 2 }));
    for (const view of ['counting', 'other']) expect(projector.parked(view)).toMatchObject([{ stream: 'youth-1', position: 3n, code }]);
  });

  it('sets its stream aside when it cannot be brought into the shape of today', async () => {
    const events = await storeOf(...mixed);
    const views = new InMemoryViewStore();
    const upcast = () => {
      throw new Error('no such version');
    };
    const projector = projectorOf({ events, views, definitions: [counting], upcast });
    await projector.start();
    expect(await projector.waitFor('counting', 5n, PATIENT)).toBe(true);
    expect(projector.parked('counting').map(({ stream, code }) => [stream, code])).toEqual([
      ['youth-1', 'UNREADABLE_EVENT'],
      ['youth-2', 'UNREADABLE_EVENT'],
    ]);
  });
});
