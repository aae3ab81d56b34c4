import { syntheticIdentityNumber } from '@samspor/domain';
import type { Hub } from '../hub.js';
import { readStatusReport } from '../reporting/read-status-report.js';
import { type ImportOutcome, type ListImport, importList } from './import-list.js';
import { type RowOf, aList, kari } from './testing/a-list.js';
import { type OpenedHub, openHub } from './testing/opened-hub.js';

const numberOf = (n: number): string => syntheticIdentityNumber('2008-05-20', n) ?? '';
const ada: RowOf = { identityNumber: numberOf(0) };
const birk: RowOf = { identityNumber: numberOf(1), name: 'Birk Demo-Aune', status: 'OTUK', statusOn: '2026-09-01' };
const dina: RowOf = {
  identityNumber: numberOf(2),
  name: 'Dina Demo-Vik',
  reason: 'other',
  status: 'OTAP',
  statusOn: '2026-10-01',
  adviser: '',
};

describe('importing an OT list', () => {
  let opened: OpenedHub;
  let hub: Hub;
  const importing = (bytes: Uint8Array, how: Partial<ListImport> = {}): Promise<ImportOutcome> =>
    importList(hub, { bytes, actor: kari, advisers: [], ...how });
  const eventTypes = async (): Promise<readonly string[]> => (await hub.events.readAll(undefined, 1000)).map(({ type }) => type);

  beforeEach(async () => {
    opened = await openHub('2026-11-20');
    hub = opened.hub;
  });
  afterEach(() => opened.close());

  it('registers, enrols and takes over the status of each youth', async () => {
    expect(await importing(aList(ada))).toMatchObject({ rows: 1, imported: 1, unchanged: 0, badRows: 0, written: true });
    expect(await eventTypes()).toEqual([
      'YouthStreamOpened',
      'IdentityLinked',
      'TargetGroupMembershipOpened',
      'OtStatusChanged',
      'OtStatusChanged',
      'ContactPersonAssigned',
    ]);
  });

  it('tells the views the status that the list has', async () => {
    await importing(aList(ada, birk, dina));
    await hub.seen((await hub.events.head()) ?? 0n, 5_000);
    const { total, groups } = await readStatusReport(hub.views, { county: '50', asOf: '2026-11-20' });
    const counts = groups.flatMap(({ items }) => items).filter(({ count }) => count > 0);
    expect([total, ...counts.map(({ code, count }) => `${code} ${count}`)]).toEqual([3, 'OTUK 1', 'OTOV 1', 'OTAP 1']);
  });

  it('changes nothing the second time, and says so', async () => {
    await importing(aList(ada, birk, dina));
    const before = await eventTypes();
    expect(await importing(aList(ada, birk, dina))).toMatchObject({ rows: 3, imported: 0, unchanged: 3, badRows: 0 });
    expect(await eventTypes()).toEqual(before);
  });

  it('adds only what is new when rows have been added, whatever their order', async () => {
    await importing(aList(ada));
    expect(await importing(aList(dina, ada))).toMatchObject({ imported: 1, unchanged: 1 });
  });

  it('writes nothing in a dry run', async () => {
    expect(await importing(aList(ada, birk), { dryRun: true })).toMatchObject({ imported: 2, written: false });
    expect(await eventTypes()).toEqual([]);
  });

  it('writes nothing when a row is bad', async () => {
    const outcome = await importing(aList(ada, { ...birk, birthDate: '2008-02-30' }));
    expect(outcome).toMatchObject({ imported: 1, badRows: 1, written: false });
    expect(outcome.bad).toEqual([{ line: 3, field: 'fødselsdato', reason: expect.stringContaining('no day of the calendar') }]);
    expect(await eventTypes()).toEqual([]);
  });

  it('imports the good rows when asked to skip the bad ones', async () => {
    const outcome = await importing(aList({ ...birk, name: '' }, ada), { skipBad: true });
    expect(outcome).toMatchObject({ rows: 2, imported: 1, badRows: 1, written: true });
    expect(await hub.youths.find(numberOf(0))).toBeDefined();
    expect(await hub.youths.find(numberOf(1))).toBeUndefined();
  });

  it('goes on where an import was broken off', async () => {
    await importing(aList({ ...ada, adviser: 'ot-kari' }));
    const youthId = await hub.youths.find(numberOf(0));
    expect(await importing(aList(ada, birk))).toMatchObject({ imported: 1, unchanged: 1 });
    expect(await hub.youths.find(numberOf(0))).toBe(youthId);
  });

  it('enrols in the stream that there is when NAV has registered the youth before', async () => {
    const nav = { id: 'nav-ole', name: 'Ole Demo-Sandvik', agency: 'NAV', unit: 'nav-5006', role: 'adviser' } as const;
    const data = { identityNumber: numberOf(0), name: 'Ada Demo-Lian', birthDate: '2008-05-20', municipality: '5006', on: '2026-08-20' };
    const id = '7b0b1b52-2c6f-5f0a-8d3e-5d1f2a3b4c5d';
    const telling = { actor: nav, commandId: id, correlationId: id, fingerprint: 'f', newId: id, today: hub.today() };
    const { youthId } = await hub.youths.register({ type: 'RegisterYouth', data }, telling);
    expect(await importing(aList(ada))).toMatchObject({ imported: 1, badRows: 0 });
    expect(await hub.youths.find(numberOf(0))).toBe(youthId);
    expect((await hub.youths.load(youthId)).state.targetGroup.memberships).toHaveLength(1);
    expect(await importing(aList(ada))).toMatchObject({ imported: 0, unchanged: 1 });
  });

  it('tells how far it has come', async () => {
    const phases: string[] = [];
    await importing(aList(ada, birk), { onProgress: ({ phase, done, of }) => phases.push(`${phase} ${done}/${of}`) });
    expect(phases).toEqual(['checking 1/2', 'checking 2/2', 'importing 1/2', 'importing 2/2']);
  });
});
