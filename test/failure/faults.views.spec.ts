import { existsSync, writeFileSync } from 'node:fs';
import { syntheticIdentityNumber } from '@samspor/domain';
import { openDatabase } from '@samspor/sqlite';
import { temporaryDirectory, type TemporaryDirectory } from '@samspor/sqlite/testing';
import { type County, enrolledYouth, foundCounty } from '../acceptance/county.js';
import type { Written } from '../acceptance/running-hub.js';
import { HubUnderFault, refusedHub, samspor } from './faults.hub.js';

let directory: TemporaryDirectory;
let data: string;
let hub: HubUnderFault;
let county: County;
let youthId: string;

beforeEach(async () => {
  directory = temporaryDirectory();
  data = directory.file('data');
  hub = await HubUnderFault.start(data);
  county = await foundCounty(hub);
  youthId = await enrolledYouth(county);
});
afterEach(async () => {
  await hub.stop();
  directory.remove();
});

const run = async (file: string, sql: string): Promise<void> => {
  const database = await openDatabase(`${data}/${file}`, { synchronous: 'NORMAL' });
  database.exec(sql);
  database.close();
};

const plant = (file: string, table: string, when: string) =>
  run(file, `CREATE TRIGGER planted BEFORE ${when} ON ${table} BEGIN SELECT RAISE(ABORT, 'planted'); END`);
const mend = (file: string) => run(file, 'DROP TRIGGER planted');

const readings = async (): Promise<number> => {
  const database = await openDatabase(`${data}/reads.db`, { synchronous: 'NORMAL', readOnly: true });
  const count = database.prepareArrays<readonly [number]>('SELECT count(*) FROM readings').get()?.[0] ?? 0;
  database.close();
  return count;
};

/** A youth whose number the test knows. */
const registered = async ({ ot }: County): Promise<{ readonly identityNumber: string; readonly position: string }> => {
  const birthDate = '2007-01-10';
  const identityNumber = syntheticIdentityNumber(birthDate, 1) ?? '';
  const enrolment = { reason: 'quit', lowerSecondaryCompleted: true, competence: 'none' };
  const body = { identityNumber, name: 'Ada Demo-Lian', birthDate, municipality: '5006', enrolment };
  return { identityNumber, position: (await ot.post<Written>('/api/youths', body)).body.position };
};

describe('a read log that cannot be written', () => {
  it('lets no body about a youth leave, and every one again when it can be', async () => {
    const { position } = await county.ot.tell(youthId, 'record-contact-attempt', { channel: 'phone', outcome: 'no-answer' });
    const paths = ['trekant', 'timeline', 'open-commands', 'audit'].map((what) => `/api/youths/${youthId}/${what}?after=${position}`);
    const before = await readings();
    await plant('reads.db', 'readings', 'INSERT');
    for (const path of paths) {
      const { status, body } = await county.ot.get<object>(path);
      expect([status, JSON.stringify(body).includes('Demo')]).toEqual([503, false]);
      expect(body).toMatchObject({ type: '/problems/store-unavailable' });
    }
    expect(await readings()).toBe(before);
    await mend('reads.db');
    for (const path of paths) expect((await county.ot.get(path)).status).toBe(200);
    expect(await readings()).toBe(before + paths.length);
  });

  it('lets nobody be found by number, and again when it can be', async () => {
    const { identityNumber, position } = await registered(county);
    const search = () =>
      county.ot.post<{ readonly youths?: readonly object[] }>(`/api/youths/search?after=${position}`, { identityNumber });
    await plant('reads.db', 'readings', 'INSERT');
    expect(await search()).toMatchObject({ status: 503, body: { type: '/problems/store-unavailable' } });
    await mend('reads.db');
    expect((await search()).body.youths).toHaveLength(1);
  });
});

describe('views that take nothing', () => {
  it('are seen by /ready within five seconds while commands are still taken, and catch up by themselves', async () => {
    await hub.untilReady();
    await plant('views.db', 'generations', 'UPDATE');
    const { position } = await county.ot.tell(youthId, 'record-contact-attempt', { channel: 'phone', outcome: 'no-answer' });
    const { answer, ms } = await hub.untilNotReady();
    expect(ms).toBeLessThan(5_000);
    expect(answer.body.detail).toMatch(/has shown no life for \d+ s/);
    expect(answer.body.views.some(({ lag }) => lag > 0)).toBe(true);
    expect(JSON.stringify(answer.body)).not.toContain(youthId);
    const { body } = await hub.request<{ readonly text: string }>('GET', '/metrics');
    expect(body.text).toMatch(/samspor_view_lag_events\{view="trekant"\} [1-9]/);
    const trekant = `/api/youths/${youthId}/trekant`;
    expect((await county.ot.get(trekant)).status).toBe(200);
    expect(await county.ot.get(`${trekant}?after=${position}`)).toMatchObject({ status: 503, body: { type: '/problems/views-behind' } });
    await mend('views.db');
    await hub.untilReady();
    const timeline = await county.ot.get<{ readonly entries: readonly { readonly type: string }[] }>(`/api/youths/${youthId}/timeline`);
    expect(timeline.body.entries[0]?.type).toBe('ContactAttempted');
  });

  it('are put aside when they are damaged, and folded anew', async () => {
    await hub.stop();
    writeFileSync(`${data}/views.db`, 'no database, and long enough to have a header '.repeat(100));
    hub = await HubUnderFault.start(data);
    await hub.untilReady();
    const ot = await hub.as('ot-kari');
    expect((await ot.get(`/api/youths/${youthId}/trekant`)).status).toBe(200);
    expect(existsSync(`${data}/views.db.damaged`)).toBe(true);
    const { says } = await hub.stop();
    expect(says).toMatch(/was damaged. It was moved to .*views.db.damaged/);
    hub = await HubUnderFault.start(data);
    expect((await hub.untilReady()).body.views.every(({ lag }) => lag === 0)).toBe(true);
  });
});

describe('views that another program holds', () => {
  it('are seen by /ready within five seconds, keep nobody waiting who commands or asks, and catch up by themselves', async () => {
    await hub.untilReady();
    const holder = await openDatabase(`${data}/views.db`, { synchronous: 'NORMAL' });
    holder.exec('BEGIN IMMEDIATE');
    await county.ot.tell(youthId, 'record-contact-attempt', { channel: 'phone', outcome: 'no-answer' });
    const { answer, ms } = await hub.untilNotReady();
    expect(ms).toBeLessThan(5_000);
    expect(answer.body.detail).toMatch(/has shown no life for \d+ s/);
    expect((await county.ot.get(`/api/youths/${youthId}/trekant`)).status).toBe(200);
    const { position } = await county.ot.tell(youthId, 'record-contact-attempt', { channel: 'phone', outcome: 'no-answer' });
    holder.exec('ROLLBACK');
    holder.close();
    await hub.untilReady();
    expect((await county.ot.get(`/api/youths/${youthId}/trekant?after=${position}`)).status).toBe(200);
  });
});

describe('a second hub on the directory', () => {
  it('is refused and says so, and the first goes on', async () => {
    expect(await refusedHub(data)).toMatchObject({
      code: 1,
      says: expect.stringMatching(/another hub is using this data directory.*stop it/),
    });
    expect(samspor(['replay', 'trekant', '--data', data])).toMatchObject({ code: 1, says: expect.stringMatching(/another hub is using/) });
    await county.ot.tell(youthId, 'record-contact-attempt', { channel: 'phone', outcome: 'no-answer' });
  });
});
