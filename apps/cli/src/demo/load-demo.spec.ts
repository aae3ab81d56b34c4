import { Hub, childId, readStatusReport, settingsFrom } from '@samspor/casework';
import type { YouthCommand, YouthEvent } from '@samspor/domain';
import { temporaryDirectory } from '@samspor/sqlite/testing';
import { demoPeopleFile, readPeople } from '../people.js';
import { loadDemo } from './load-demo.js';
import { IdentityNumbers } from './identity-numbers.js';
import { type HistoricalYouth, historicalYouths } from './nord-trondelag/youths.js';

const directory = temporaryDirectory();
const people = readPeople(demoPeopleFile);
const silent = { begin: () => undefined, step: () => undefined };
let hub: Hub;

/** Total and figures by code, of the codes that somebody has. */
const reported = async (county: string, asOf: string): Promise<Readonly<Record<string, number>>> => {
  const { total, groups } = await readStatusReport(hub.views, { county, asOf });
  const items = groups.flatMap((group) => group.items).filter(({ count }) => count > 0);
  return { total, ...Object.fromEntries(items.map(({ code, count }) => [code, count])) };
};

beforeAll(async () => {
  hub = await Hub.open(settingsFrom({}, directory.path));
  await hub.projector.start();
  await loadDemo(hub, people, silent);
}, 300_000);

afterAll(async () => {
  await hub.close();
  directory.remove();
}, 30_000);

const active = { OTAP: 130, OTAR: 64, OTEV: 35, OTLL: 26, OTKO: 11, OTOA: 6 };
const settled = { OTNO: 55, OTMI: 8, OTBA: 24, OTSY: 47, OTIF: 25 };
const table = { total: 596, OTOV: 165, ...active, ...settled };

describe('Nord-Trøndelag 2015 (SEED4 slides 16–18)', () => {
  it('has exactly the seed’s table on 15 June 2015', async () => {
    expect(await reported('17', '2015-06-15')).toEqual(table);
  });

  it('had others, and many unknown, on the days before', async () => {
    const [autumn, winter] = [await reported('17', '2014-11-15'), await reported('17', '2015-02-01')];
    expect([autumn['total'], autumn['OTUK']]).toEqual([520, 213]);
    expect(winter['total']).toBeGreaterThan(520);
    expect(winter['OTUK']).toBeLessThan(autumn['OTUK'] ?? 0);
    expect(winter['OTUK']).toBeGreaterThan(0);
  });

  it('has nobody left in the target group today', async () => {
    expect(await reported('17', '2021-01-02')).toEqual({ total: 0 });
  });

  it('moves when a status is changed by a command', async () => {
    const moved = await inFollowUp();
    const events = await changeStatus(moved, 'OTBA');
    expect(events.map(({ type }) => type)).toEqual(['OtStatusChanged']);
    expect(await reported('17', '2015-06-15')).toEqual({ ...table, OTOV: 164, OTBA: 25 });
    await changeStatus(moved, 'OTOV');
    expect(await reported('17', '2015-06-15')).toEqual(table);
  }, 60_000);
});

describe('Trøndelag today', () => {
  it('has about 300 youths in the target group, in most statuses', async () => {
    const now = await reported('50', hub.today());
    expect(now['total']).toBeGreaterThan(290);
    expect(Object.keys(now).length).toBeGreaterThan(10);
  });

  it('has stories of 25 events and more, over all agencies', async () => {
    const events = await hub.events.readAll(undefined, 100_000);
    const lengths = new Map<string, number>();
    for (const { stream } of events) lengths.set(stream, (lengths.get(stream) ?? 0) + 1);
    expect([...lengths.values()].filter((length) => length >= 25).length).toBeGreaterThan(20);
    const owners = new Set(events.map(({ metadata }) => (JSON.parse(metadata) as { readonly ownerAgency: string }).ownerAgency));
    expect([...owners].toSorted()).toEqual(['ADM', 'BV', 'KOM', 'NAV', 'OT', 'PPT', 'SCH', 'SYS', 'Y']);
  });

  it('has states for the rules that are the same when they were kept as JSON', async () => {
    const streams = new Set((await hub.events.readAll(undefined, 100_000)).map(({ stream }) => stream));
    const youthIds = [...streams].filter((stream) => stream.startsWith('youth-')).map((stream) => stream.slice('youth-'.length));
    expect(youthIds.length).toBeGreaterThan(800);
    for (const youthId of youthIds) {
      const { state } = await hub.youths.load(youthId);
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    }
  });

  it('parks nothing in any view', async () => {
    expect((await hub.projector.state()).filter(({ parked }) => parked > 0)).toEqual([]);
  });
});

const inFollowUp = async (): Promise<HistoricalYouth> => {
  const [adviser] = people.filter(({ id }) => id === 'ot-2015');
  if (!adviser) throw new Error('ot-2015 is missing');
  const found = historicalYouths(adviser, new IdentityNumbers()).find(({ outcome }) => outcome.code === 'OTOV');
  if (!found) throw new Error('nobody is in follow-up');
  return found;
};

const changeStatus = async ({ youth }: HistoricalYouth, code: string): Promise<readonly { readonly type: YouthEvent['type'] }[]> => {
  const youthId = await hub.youths.find(youth.identityNumber);
  if (youthId === undefined) throw new Error('the youth is not registered');
  const command: YouthCommand = { type: 'ChangeStatus', data: { code, on: '2015-06-15' } };
  const commandId = childId(youthId, code);
  const telling = { actor: youth.team.ot, commandId, correlationId: commandId, fingerprint: code, newId: commandId, today: hub.today() };
  const { events, position } = await hub.youths.tell(youthId, command, telling);
  await hub.seen(position ?? 0n, 20_000);
  return events;
};
