import type { StoredEvent } from '@samspor/event-store';
import { temporaryDirectory } from '@samspor/sqlite/testing';
import fc from 'fast-check';
import { InMemoryViewStore, SqliteViewStore, rebuild, views } from './index.js';
import { Lane } from './lane.js';
import { readerOf } from './reading.js';
import { dump } from './testing/dump.js';
import { storeOf } from './testing/event-log.js';
import { randomLog } from './testing/random-logs.js';
import type { AnyView } from './view.js';
import type { Generation, ViewStore } from './view-store.js';

const read = readerOf();
const clock = (): Date => new Date('2026-03-10T09:00:00Z');

const liveGeneration = async (store: ViewStore, view: AnyView): Promise<Generation> => {
  const [live] = await store.generations(view.name);
  if (live) return live;
  await store.swap(await store.begin(view.name, view.version));
  return liveGeneration(store, view);
};

/** A lane with nothing in memory, as after a restart. */
const laneOf = async (store: ViewStore, view: AnyView): Promise<Lane> => {
  const generation = await liveGeneration(store, view);
  return new Lane({ view, store, generation, parked: await store.parked(generation), mayPark: () => true, clock });
};

const foldIn = async (store: ViewStore, view: AnyView, batches: readonly (readonly StoredEvent[])[]): Promise<void> => {
  for (const batch of batches) await (await laneOf(store, view)).take(batch.map(read));
};

const cut = (events: readonly StoredEvent[], size: number): readonly (readonly StoredEvent[])[] =>
  events.length === 0 ? [] : [events.slice(0, size), ...cut(events.slice(size), size)];

const moveBack = async (store: ViewStore, view: AnyView, checkpoint: bigint | undefined): Promise<void> => {
  const generation = await liveGeneration(store, view);
  await store.commit(generation, { after: generation.checkpoint, checkpoint, documents: new Map(), parked: [], unparked: [] });
};

/** The view with a fault: it cannot fold one event. */
const failingAt = (view: AnyView, position: bigint): AnyView => ({
  ...view,
  keys: (event) => view.keys(event),
  reduce: (doc, event, key) => {
    if (event.position === position) throw new Error('a fault of this test');
    return view.reduce(doc, event, key);
  },
});

const foldingAll = ({ passesOver: _, ...view }: AnyView): AnyView => ({
  ...view,
  keys: (event) => view.keys(event),
  reduce: (doc, event, key) => view.reduce(doc, event, key),
});

const history = fc.record({ log: randomLog, size: fc.integer({ min: 1, max: 9 }), part: fc.double({ min: 0, max: 0.999, noNaN: true }) });
type History = typeof history extends fc.Arbitrary<infer H> ? H : never;

const prepare = async (view: AnyView, { log, part }: History) => {
  const events = await storeOf(...log);
  const all = await events.readAll(undefined, 1_000);
  const somewhere = all[Math.floor(part * all.length)]?.position ?? 1n;
  const store = new InMemoryViewStore();
  await foldIn(store, view, [all]);
  expect(await store.parked(await liveGeneration(store, view))).toEqual([]);
  return { events, all, somewhere, store, expected: await dump(store, view) };
};

const RUNS = Number(process.env['SAMSPOR_RUNS'] ?? 25);
const LONG_MS = 30_000 + RUNS * 500;

describe.each(views.map((view) => [view.name, view] as const))('the view %s gives the same bytes', (_name, view) => {
  const holds = (check: (history: History) => Promise<void>, numRuns = RUNS) => fc.assert(fc.asyncProperty(history, check), { numRuns });

  it(
    'folded in one batch or in many, with a restart after each',
    () =>
      holds(async (given) => {
        const { all, expected } = await prepare(view, given);
        const store = new InMemoryViewStore();
        await foldIn(store, view, cut(all, given.size));
        expect(await dump(store, view)).toEqual(expected);
      }),
    LONG_MS,
  );

  it(
    'whether what it passes over is folded or not',
    () =>
      holds(async (given) => {
        const { all, expected } = await prepare(view, given);
        const store = new InMemoryViewStore();
        await foldIn(store, foldingAll(view), [all]);
        expect(await dump(store, view)).toEqual(expected);
      }),
    LONG_MS,
  );

  it(
    'folded in a SQLite file',
    () =>
      holds(async (given) => {
        const { all, expected } = await prepare(view, given);
        const directory = temporaryDirectory();
        const store = await SqliteViewStore.open(directory.file('views.db'));
        await foldIn(store, view, cut(all, given.size));
        expect(await dump(store, view)).toEqual(expected);
        await store.close();
        directory.remove();
      }, 10),
    LONG_MS,
  );

  it(
    'folded again from an older checkpoint',
    () =>
      holds(async (given) => {
        const { all, somewhere, store, expected } = await prepare(view, given);
        await moveBack(store, view, somewhere);
        await foldIn(store, view, cut(all, given.size));
        expect(await dump(store, view)).toEqual(expected);
      }),
    LONG_MS,
  );

  it(
    'rebuilt beside the running one',
    () =>
      holds(async (given) => {
        const { events, store, expected } = await prepare(view, given);
        await rebuild({ events, views: store, view });
        expect(await dump(store, view)).toEqual(expected);
      }),
    LONG_MS,
  );

  it(
    'with a stream set aside and folded later',
    () =>
      holds(async (given) => {
        const { events, all, somewhere, expected } = await prepare(view, given);
        const store = new InMemoryViewStore();
        await foldIn(store, failingAt(view, somewhere), cut(all, given.size));
        const lane = await laneOf(store, view);
        for (const { stream } of lane.parked)
          expect(await lane.retry(stream, async () => (await events.read(stream)).map(read))).toBe(true);
        expect(lane.parked).toEqual([]);
        expect(await dump(store, view)).toEqual(expected);
      }),
    LONG_MS,
  );

  it(
    'for all other streams when one is set aside',
    () =>
      holds(async (given) => {
        const { all, somewhere } = await prepare(view, given);
        const broken = all.find(({ position }) => position === somewhere)?.stream;
        const [without, beside] = [new InMemoryViewStore(), new InMemoryViewStore()];
        await foldIn(without, view, [all.filter(({ stream, position }) => stream !== broken || position < somewhere)]);
        await foldIn(beside, failingAt(view, somewhere), cut(all, given.size));
        const isParked = (await beside.parked(await liveGeneration(beside, view))).length > 0;
        if (isParked) expect(await dump(beside, view)).toEqual(await dump(without, view));
      }),
    LONG_MS,
  );
});
