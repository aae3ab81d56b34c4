import { rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { Hub, settingsFrom } from '@samspor/casework';
import { SqliteEventStore } from '@samspor/event-store';
import { type AnyView, Projector, SqliteViewStore, type View, views } from '@samspor/projections';
import { temporaryDirectory, type TemporaryDirectory } from '@samspor/sqlite/testing';
import { enrolledYouth, foundCounty } from '../acceptance/county.js';
import { HubUnderFault, samspor } from './faults.hub.js';
import { appendTo } from './projections.log.js';

const PATIENT = 60_000;
const TOO_LATE_MS = 10_000;

let directory: TemporaryDirectory;
let data: string;
beforeEach(() => {
  directory = temporaryDirectory();
  data = directory.file('data');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((hub) => hub.stop()));
  directory.remove();
});

const running: HubUnderFault[] = [];

/** A hub that is stopped after the test, also when the test fails. */
const startHub = async (): Promise<HubUnderFault> => {
  const hub = await HubUnderFault.start(data);
  running.push(hub);
  return hub;
};

const untilObstacle = async (hub: Hub): Promise<string | undefined> => {
  for (const started = performance.now(); performance.now() - started < TOO_LATE_MS;) {
    const obstacle = await hub.obstacle();
    if (obstacle !== undefined) return obstacle;
    await setImmediate();
  }
  return undefined;
};

describe('a projector that is dead', () => {
  it('is seen within five seconds, also when the clock is set back', async () => {
    let back = 0;
    const hub = await Hub.open(settingsFrom({}, data), () => new Date(Date.now() - back));
    await hub.projector.start();
    expect(await hub.obstacle()).toBeUndefined();
    await hub.projector.stop();
    const started = performance.now();
    expect(await untilObstacle(hub)).toMatch(/shown no life for \d+ s/);
    expect(performance.now() - started).toBeLessThan(5_000);
    back = 3_600_000;
    expect(await hub.obstacle()).toMatch(/shown no life/);
    await hub.close();
  });
});

/** The real views, of which one cannot fold what happens to this youth. */
const viewsThatChokeOn = (youthId: string): readonly AnyView[] =>
  views.map((view) =>
    view.name === 'trekant'
      ? {
          ...view,
          reduce: (doc, event, key) => {
            if (event.stream === `youth-${youthId}` && event.revision === 1) throw new Error('poison');
            return view.reduce(doc, event, key);
          },
        }
      : view,
  );

const foldWith = async (definitions: readonly AnyView[]): Promise<void> => {
  const events = await SqliteEventStore.open({ directory: data, readOnly: true });
  const store = await SqliteViewStore.open(`${data}/views.db`);
  const projector = new Projector({ events, views: store, definitions });
  await projector.start();
  const head = (await events.head()) ?? 0n;
  for (const { name } of definitions) expect(await projector.waitFor(name, head, PATIENT)).toBe(true);
  await projector.stop();
  await store.close();
  await events.close();
};

/** As the version before would have folded. */
const older = (definitions: readonly AnyView[]): readonly AnyView[] => definitions.map((view) => ({ ...view, version: view.version - 1 }));

describe('an event that a view cannot fold', () => {
  let ill: string;
  let well: string;
  beforeEach(async () => {
    const hub = await startHub();
    const county = await foundCounty(hub);
    [ill, well] = [await enrolledYouth(county), await enrolledYouth(county)];
    await hub.stop();
    for (const end of ['', '-wal', '-shm']) rmSync(`${data}/views.db${end}`, { force: true });
  });

  const revisions = async (hub: HubUnderFault): Promise<readonly number[]> => {
    const ot = await hub.as('ot-kari');
    const trekants = [ill, well].map((youthId) => ot.get<{ readonly revision: number }>(`/api/youths/${youthId}/trekant`));
    return (await Promise.all(trekants)).map(({ body }) => body.revision);
  };
  const parked = async (hub: HubUnderFault) => (await hub.untilReady()).body.views.find(({ view }) => view === 'trekant')?.parked;

  it('parks that youth only, is seen everywhere without naming anybody in public, and is replayed', async () => {
    await foldWith(viewsThatChokeOn(ill));
    const hub = await startHub();
    expect([await parked(hub), await revisions(hub)]).toEqual([1, [0, 2]]);
    const { text } = (await hub.request<{ readonly text: string }>('GET', '/metrics')).body;
    expect(text).toContain('samspor_view_parked_streams{view="trekant"} 1');
    expect(`${text}${JSON.stringify(await hub.ready())}`).not.toContain(ill);
    const doctor = samspor(['doctor', '--data', data]);
    expect([doctor.code, doctor.says.includes(`trekant has set aside youth-${ill}`)]).toEqual([0, true]);
    await hub.stop();
    expect(samspor(['replay', 'trekant', '--data', data])).toMatchObject({ code: 0, says: expect.stringContaining('1 of the 1') });
    const mended = await startHub();
    expect([await parked(mended), await revisions(mended)]).toEqual([0, [2, 2]]);
    await mended.stop();
  });

  it('is folded by itself at the start of a corrected version', async () => {
    await foldWith(older(viewsThatChokeOn(ill)));
    const hub = await startHub();
    expect([await parked(hub), await revisions(hub)]).toEqual([0, [2, 2]]);
    await hub.stop();
  });
});

interface Counted {
  readonly version: number;
  readonly events: number;
}

const counting = (version: number): View<Counted> => ({
  name: 'counting',
  version,
  keys: ({ stream }) => [stream],
  reduce: (doc) => ({ version, events: (doc?.events ?? 0) + 1 }),
  indexes: () => ({ all: 'all' }),
});

const STREAMS = 60;
const streams = Array.from({ length: STREAMS }, (_, n) => `youth-${String(n).padStart(3, '0')}`);

describe('a view of a new version', () => {
  it('is folded beside the old one and takes its place under load, and no reader sees an empty or a half view', async () => {
    const events = await SqliteEventStore.open({ directory: data });
    const store = await SqliteViewStore.open(`${data}/views.db`);
    for (const stream of streams) for (let n = 0; n < 20; n += 1) await appendTo(events, stream);
    const before = new Projector({ events, views: store, definitions: [counting(1)] });
    await before.start();
    expect(await before.waitFor('counting', BigInt(STREAMS * 20), PATIENT)).toBe(true);
    await before.stop();

    const over = new AbortController();
    let last = 0n;
    const writer = (async () => {
      for (let n = 0; !over.signal.aborted; n += 1) last = await appendTo(events, streams[n % STREAMS] ?? '');
    })();
    const reader = await SqliteViewStore.open(`${data}/views.db`, { readOnly: true });
    const seen: string[] = [];
    const reading = (async () => {
      while (!over.signal.aborted) {
        const { documents } = await reader.range(counting(1), { from: '', to: 'z', limit: STREAMS + 1 });
        const versions = [...new Set(documents.map(({ doc }) => doc.version))].join('+');
        const least = Math.min(...documents.map(({ doc }) => doc.events));
        seen.push(`${documents.length} of version ${versions}, ${least >= 20 ? 'whole' : `half: ${least}`}`);
        await setImmediate();
      }
    })();
    const after = new Projector({ events, views: store, definitions: [counting(2)] });
    await after.start();
    while ((await after.state())[0]?.mode !== 'live') await setImmediate();
    while (seen.at(-1)?.includes('version 2') !== true) await setImmediate();
    over.abort();
    await Promise.all([writer, reading]);
    expect(await after.waitFor('counting', last, PATIENT)).toBe(true);

    expect([...new Set(seen)]).toEqual([`${STREAMS} of version 1, whole`, `${STREAMS} of version 2, whole`]);
    for (const stream of streams) expect((await store.get(counting(2), stream))?.events).toBe((await events.read(stream)).length);
    await after.stop();
    await reader.close();
    await store.close();
    await events.close();
  });
});
