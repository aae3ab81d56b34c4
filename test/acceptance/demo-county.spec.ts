import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { RunningHub } from './running-hub.js';

const cli = resolve('dist/apps/cli/src/main.js');
const samspor = async (...args: readonly string[]): Promise<string> => (await promisify(execFile)(process.execPath, [cli, ...args])).stdout;

interface Report {
  readonly total: number;
  readonly groups: readonly {
    readonly labelNb: string;
    readonly count: number;
    readonly items: readonly { readonly code: string; readonly count: number }[];
  }[];
}

const countOf = ({ groups }: Report, code: string): number | undefined =>
  groups.flatMap(({ items }) => items).find((item) => item.code === code)?.count;

interface Row {
  readonly youthId: string;
  readonly status?: string;
}

/** A youth who was not in work already: each demo county has other ids, and with them another order of the list. */
const movable = (youths: readonly Row[]): string => {
  const youth = youths.find(({ status }) => status !== 'OTAR');
  if (!youth) throw new Error('everybody on the list is in work');
  return youth.youthId;
};

describe('the demo county', () => {
  let data: string;
  let hub: RunningHub | undefined;

  beforeAll(async () => {
    data = join(await mkdtemp(join(tmpdir(), 'samspor-demo-')), 'data');
    await samspor('demo', '--data', data);
  });
  afterAll(async () => {
    await hub?.stop();
    await rm(data, { recursive: true });
  });

  it('prints exactly the table of Nord-Trøndelag on 15 June 2015', async () => {
    const report = JSON.parse(
      await samspor('report', 'status', '--county', '17', '--as-of', '2015-06-15', '--json', '--data', data),
    ) as Report;
    expect(report.total).toBe(596);
    expect(
      report.groups
        .filter(({ count, labelNb }) => count > 0 || labelNb.startsWith('Ukjent'))
        .map(({ labelNb, count }) => `${labelNb} ${count}`),
    ).toEqual(['Under oppfølging og veiledning 165', 'Ukjent aktivitet 0', 'I aktivitet 272', 'Avklart 159']);
    const counts = { OTAP: 130, OTAR: 64, OTEV: 35, OTLL: 26, OTKO: 11, OTOA: 6, OTNO: 55, OTMI: 8, OTBA: 24, OTSY: 47, OTIF: 25 };
    expect(Object.fromEntries(Object.keys(counts).map((code) => [code, countOf(report, code)]))).toEqual(counts);
  });

  it('prints an earlier truth for an earlier day', async () => {
    const report = JSON.parse(
      await samspor('report', 'status', '--county', '17', '--as-of', '2014-11-15', '--json', '--data', data),
    ) as Report;
    expect(report.total).toBeLessThan(596);
    expect(countOf(report, 'OTUK')).toBeGreaterThan(0);
  });

  it('proves its own history', async () => expect(await samspor('verify', '--data', data)).toMatch(/^The log is whole/));

  it('has work on the lists of the demo people, and moves the table of 2015 when a status is moved by a command', async () => {
    hub = await RunningHub.start(data);
    const lists = await Promise.all(
      ['ot-kari', 'nav-ole', 'ot-per', 'nav-ida', 'ot-2015'].map(async (person) =>
        (await hub?.as(person))?.get<{ readonly youths: readonly { readonly youthId: string; readonly next?: unknown }[] }>(
          '/api/worklist',
        ),
      ),
    );
    for (const list of lists.slice(0, 4)) expect(list?.body.youths.length).toBeGreaterThan(5);
    const ot = await hub.as('ot-2015');
    const path = '/api/reports/status?county=17&asOf=2015-06-15';
    const { body: before } = await ot.get<Report>(path);
    const { body: unit } = await ot.get<{ readonly youths: readonly Row[] }>('/api/worklist?of=unit');
    const { position } = await ot.tell(movable(unit.youths), 'change-status', { code: 'OTAR', basis: 'register', on: '2015-06-15' });
    const { body: after } = await ot.get<Report>(`${path}&after=${position}`);
    expect(after.total).toBe(596);
    expect(countOf(after, 'OTAR')).toBe((countOf(before, 'OTAR') ?? 0) + 1);
  });
});
