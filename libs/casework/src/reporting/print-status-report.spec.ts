import { type StatusReport, statusReport } from '@samspor/projections';
import { statusCsv, statusJson, statusTable } from './print-status-report.js';

type Youths = Parameters<typeof statusReport>[0];

const recordedAt = '2015-06-16T08:00:00.000Z';

const with2015 = (...codes: readonly string[]): StatusReport => {
  const youths: Youths = codes.map((code, n) => ({
    youthId: `youth ${n}`,
    birthDate: '1996-01-01',
    residences: [{ municipality: '1702', from: '2014-09-01', recordedAt }],
    memberships: [{ reason: 'quit', openedOn: '2014-09-01', until: '2017-12-31', closings: [], recordedAt }],
    statuses: [{ code, from: '2014-10-01', recordedAt, position: '1' }],
  }));
  return statusReport(youths, { county: '17', asOf: '2015-06-15' });
};

describe('printing a status report', () => {
  it('as a table: the whole, the groups, and items where a group has several', () => {
    const lines = statusTable(with2015('OTOV', 'OTAP', 'OTAP', 'OTMI')).split('\n');
    expect(lines[0]).toBe('Status i OT, Nord-Trøndelag (17), per 15. juni 2015');
    expect(lines.slice(2, 6).map((line) => line.replaceAll(/ {2,}/g, ' | '))).toEqual([
      'Tilsammen ungdommer | 4',
      '1. Under oppfølging og veiledning | 1 | OTOV',
      '2. Ukjent aktivitet | 0 | OTUK',
      '3. I aktivitet | 2',
    ]);
    expect(lines.find((line) => line.endsWith('OTAP'))).toMatch(/^ {5}på NAV-tiltak +2 {2}OTAP$/);
  });

  it('tells of those outside the target group only when there are any', () => {
    expect(statusTable(with2015('OTOV'))).not.toContain('ikke i målgruppen');
    expect(statusTable(with2015('OTOV', 'OTFA_IM'))).toContain('5. Tilmeldt, men ikke i målgruppen');
  });

  it('as CSV with a denominator for each part', () => {
    const lines = statusCsv(with2015('OTOV', 'OTAP', 'OTAP', 'OTMI'))
      .trim()
      .split('\n');
    expect(lines[0]).toBe('as_of,county,row_type,category_no,category_nb,item_no,item_nb,count,denominator,udir_code');
    expect(lines).toContain('2015-06-15,Nord-Trøndelag,total,,,,Tilsammen ungdommer,4,,');
    expect(lines).toContain('2015-06-15,Nord-Trøndelag,category,3,I aktivitet,,,2,4,');
    expect(lines).toContain('2015-06-15,Nord-Trøndelag,item,3,I aktivitet,1,på NAV-tiltak,2,2,OTAP');
  });

  it('as JSON with every code', () => {
    const report = JSON.parse(statusJson(with2015('OTOV'))) as StatusReport;
    expect([report.total, report.codeSet, report.groups.length]).toEqual([1, 'ot-2015-01-09', 5]);
  });
});
