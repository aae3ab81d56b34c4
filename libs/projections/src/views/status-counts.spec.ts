import { ReportNotBalanced, statusReport } from './status-counts.js';
import type { StatusReportDocument } from './status-report.js';

const at = (day: string) => `${day}T08:00:00.000Z`;

let count = 0;

const youth = (changes: Partial<StatusReportDocument> = {}): StatusReportDocument => {
  count += 1;
  return {
    youthId: `y${count}`,
    birthDate: '1998-01-01',
    residences: [{ municipality: '1702', from: '2014-01-01', recordedAt: at('2014-01-01') }],
    memberships: [{ reason: 'quit', openedOn: '2014-09-01', until: '2019-12-31', recordedAt: at('2014-09-01'), closings: [] }],
    statuses: [],
    ...changes,
  };
};

const withStatus = (code: string, from = '2014-10-01', recordedAt = at('2014-10-01')) =>
  youth({ statuses: [{ code, from, recordedAt, position: '1' }] });

const query = { county: '17', asOf: '2015-06-15' };

/** Nord-Trøndelag, 15 June 2015 (SEED4; domain.md (c)). */
const seed = {
  OTOV: 165,
  OTUK: 0,
  OTAP: 130,
  OTAR: 64,
  OTEV: 35,
  OTLL: 26,
  OTKO: 11,
  OTOA: 6,
  OTNO: 55,
  OTMI: 8,
  OTBA: 24,
  OTSY: 47,
  OTIF: 25,
};

const totals = (...youths: readonly StatusReportDocument[]) => {
  const { total, groups } = statusReport(youths, query);
  return [total, groups.flatMap(({ items }) => items.filter((item) => item.count > 0).map(({ code }) => code))];
};

describe('the status report', () => {
  it('gives the figures of Nord-Trøndelag in 2015 in the order they were reported', () => {
    const report = statusReport(
      Object.entries(seed).flatMap(([code, size]) => Array.from({ length: size }, () => withStatus(code))),
      query,
    );
    expect([report.total, report.codeSet]).toEqual([596, 'ot-2015-01-09']);
    expect(report.groups.map(({ labelNb, count: size }) => [labelNb, size])).toEqual([
      ['Under oppfølging og veiledning', 165],
      ['Ukjent aktivitet', 0],
      ['I aktivitet', 272],
      ['Avklart', 159],
      ['Tilmeldt, men ikke i målgruppen', 0],
    ]);
    expect(report.groups[2]?.items.map(({ labelNb, count: size }) => [labelNb, size])).toEqual([
      ['på NAV-tiltak', 130],
      ['i ordinært arbeid', 64],
      ['elever', 35],
      ['lærling/lærekandidat', 26],
      ['kombinasjon (fylkeskommune og NAV)', 11],
      ['Opplæring og arbeidspraksis i regi av fylket', 6],
    ]);
  });

  it('counts a member without a status as unknown', () => expect(totals(youth())).toEqual([1, ['OTUK']]));

  it('counts the status that held on the day, of two from the same day the one told later', () => {
    const statuses = [
      { code: 'OTAR', from: '2015-06-16', recordedAt: at('2015-06-16'), position: '1' },
      { code: 'OTEV', from: '2015-06-15', recordedAt: at('2015-06-15'), position: '2' },
      { code: 'OTNO', from: '2015-06-15', recordedAt: at('2015-06-15'), position: '3' },
      { code: 'OTOV', from: '2014-10-01', recordedAt: at('2015-06-20'), position: '4' },
    ];
    expect(totals(youth({ statuses }))).toEqual([1, ['OTNO']]);
  });

  it.each<[string, Partial<StatusReportDocument>]>([
    [
      'was not enrolled yet',
      { memberships: [{ reason: 'quit', openedOn: '2015-06-16', until: '2019-12-31', recordedAt: at('2015-06-16'), closings: [] }] },
    ],
    [
      'was past the age',
      { memberships: [{ reason: 'quit', openedOn: '2014-09-01', until: '2015-06-14', recordedAt: at('2014-09-01'), closings: [] }] },
    ],
    [
      'had left that day',
      {
        memberships: [
          {
            reason: 'quit',
            openedOn: '2014-09-01',
            until: '2019-12-31',
            recordedAt: at('2014-09-01'),
            closings: [{ on: '2015-06-15', reason: 'in_work', recordedAt: at('2015-06-15') }],
          },
        ],
      },
    ],
    ['lived elsewhere', { residences: [{ municipality: '0301', from: '2014-01-01', recordedAt: at('2014-01-01') }] }],
  ])('leaves out who %s', (_why, changes) => expect(totals(youth(changes))).toEqual([0, []]));

  it('counts in the county that the municipality belongs to now who stayed where they live', () => {
    const { total } = statusReport([youth()], { county: '50', asOf: '2019-06-15' });
    expect(total).toBe(1);
  });

  it('can be asked as it would have been at an earlier time', () => {
    const told = withStatus('OTOV', '2014-10-01', at('2015-06-20'));
    const [moved] = [
      youth({ residences: [...youth().residences, { municipality: '0301', from: '2015-01-01', recordedAt: at('2015-06-20') }] }),
    ];
    const before = statusReport(
      [told, moved].filter((doc) => doc !== undefined),
      { ...query, recordedBy: '2015-06-16T00:00:00+02:00' },
    );
    const after = statusReport(
      [told, moved].filter((doc) => doc !== undefined),
      { ...query, recordedBy: at('2015-06-20') },
    );
    const unknown = (report: typeof before) => report.groups.find(({ group }) => group === 'unknown')?.count;
    expect([before.total, unknown(before), after.total, unknown(after)]).toEqual([2, 2, 1, 0]);
  });

  it('refuses figures that do not add up (R60)', () => {
    expect(() => statusReport([withStatus('OTVF')], query)).toThrow(ReportNotBalanced);
    const twice = youth();
    expect(() => statusReport([twice, twice], query)).toThrow(ReportNotBalanced);
  });

  it('refuses a day before there were codes', () => {
    expect(() => statusReport([], { county: '17', asOf: '2009-01-01' })).toThrow('no status codes');
  });
});
