import fc from 'fast-check';
import { counting, rightly } from './testing/counting-view.js';
import { documentsIn } from './testing/dump.js';
import { append, storeOf } from './testing/event-log.js';
import { RoughEventStore, type Fault, faults } from './testing/rough-event-store.js';
import { type Outcome, RoughViewStore } from './testing/rough-view-store.js';
import { PATIENT, projectorOf, something, stopAll } from './testing/running.js';
import { InMemoryViewStore } from './adapters/in-memory.view-store.js';

afterEach(stopAll);

const streams = ['youth-1', 'youth-2', 'youth-3', 'youth-4'];
const logOf = (length: number) => Array.from({ length }, (_, n) => something(streams[(n * n) % streams.length] ?? ''));

const lengthsOf = (log: ReturnType<typeof logOf>): Record<string, number> =>
  Object.fromEntries(
    streams.map((stream) => [stream, log.filter((telling) => telling.stream === stream).length]).filter(([, n]) => n !== 0),
  );

describe('the projector folds every event once and in order', () => {
  it.each(faults)('though a subscription has the fault: %s', async (fault) => {
    const log = logOf(20);
    const events = new RoughEventStore(await storeOf(...log), fault);
    const views = new InMemoryViewStore();
    const projector = projectorOf({ events, views, definitions: [counting] });
    await projector.start();
    expect(await projector.waitFor('counting', 20n, PATIENT)).toBe(true);
    expect(await documentsIn(views, counting)).toEqual(rightly(lengthsOf(log)));
  });

  it('whatever subscriptions and commits do', () => {
    const outcome = fc.constantFrom<Outcome>('stored', 'refused', 'unknown');
    const trouble = fc.record({
      length: fc.integer({ min: 1, max: 40 }),
      planned: fc.array(fc.constantFrom<Fault>(...faults), { maxLength: 5 }),
      outcomes: fc.array(outcome, { maxLength: 8 }),
    });
    const check = async ({ length, planned, outcomes }: { length: number; planned: readonly Fault[]; outcomes: readonly Outcome[] }) => {
      const log = logOf(length);
      const events = new RoughEventStore(await storeOf(...log), ...planned);
      const views = new RoughViewStore(...outcomes);
      const projector = projectorOf({ events, views, definitions: [counting] });
      await projector.start();
      const last = await append(events.inner, ...log);
      expect(await projector.waitFor('counting', last, PATIENT)).toBe(true);
      expect(await documentsIn(views, counting)).toEqual(rightly(lengthsOf([...log, ...log])));
      await stopAll();
    };
    return fc.assert(fc.asyncProperty(trouble, check), { numRuns: Number(process.env['SAMSPOR_RUNS'] ?? 25) });
  });

  it('with one subscription at a time after a hundred failures', async () => {
    const events = new RoughEventStore(await storeOf(...logOf(330)), ...Array.from({ length: 100 }, () => 'cut' as const));
    const views = new InMemoryViewStore();
    const projector = projectorOf({ events, views, definitions: [counting] });
    await projector.start();
    expect(await projector.waitFor('counting', 330n, PATIENT)).toBe(true);
    expect([events.signals.length, events.mostOpen]).toEqual([101, 1]);
  });

  it.each(['silent', 'skip'] as const)('with an end to the subscription that it replaces: %s', async (fault) => {
    const events = new RoughEventStore(await storeOf(...logOf(20)), fault);
    const projector = projectorOf({ events, definitions: [counting] });
    await projector.start();
    await projector.waitFor('counting', 20n, PATIENT);
    expect(events.signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  it('when two projectors move the same view', async () => {
    const events = await storeOf(...logOf(50));
    const views = new InMemoryViewStore();
    const both = [projectorOf({ events, views, definitions: [counting] }), projectorOf({ events, views, definitions: [counting] })];
    await Promise.all(both.map((projector) => projector.start()));
    const last = await append(events, ...logOf(50));
    expect(await Promise.all(both.map((projector) => projector.waitFor('counting', last, PATIENT)))).toEqual([true, true]);
    expect(await documentsIn(views, counting)).toEqual(rightly(lengthsOf([...logOf(50), ...logOf(50)])));
  });
});

describe('a view whose store takes nothing', () => {
  it('says so, holds nobody up and comes up again', async () => {
    const events = await storeOf(...logOf(5));
    let isBroken = true;
    const views = new (class extends InMemoryViewStore {
      override async commit(...[generation, commit]: Parameters<InMemoryViewStore['commit']>): Promise<void> {
        if (isBroken && generation.view === 'counting') throw new Error('the store takes nothing');
        await super.commit(generation, commit);
      }
    })();
    const other = { ...counting, name: 'other' };
    const projector = projectorOf({ events, views, definitions: [counting, other] });
    await projector.start();
    expect(await projector.waitFor('other', await append(events, ...logOf(5)), PATIENT)).toBe(true);
    expect((await projector.state())[0]).toMatchObject({ view: 'counting', checkpoint: undefined, degradedSince: expect.any(String) });
    isBroken = false;
    expect(await projector.waitFor('counting', 10n, PATIENT)).toBe(true);
    expect(await documentsIn(views, counting)).toEqual(rightly(lengthsOf([...logOf(5), ...logOf(5)])));
    expect((await projector.state())[0]?.degradedSince).toBeUndefined();
  });
});
