import { findStatus, statusCodeSets, statusCodesOn } from './ot-status.js';

const codesOf = (day: string) => statusCodesOn(day)?.groups.flatMap(({ codes }) => codes) ?? [];
const codesWith = (day: string, fact: 'needsContact' | 'registerProven' | 'needsMeasure' | 'special') =>
  codesOf(day)
    .filter((status) => status[fact])
    .map(({ code }) => code);

describe('the status codes of 2015, as reported for Nord-Trøndelag', () => {
  const reported = statusCodesOn('2015-06-15')?.groups.filter(({ code }) => code !== 'not-in-target-group') ?? [];

  it('are in the groups and the order of the report', () =>
    expect(reported.map(({ labelNb }) => labelNb)).toEqual([
      'Under oppfølging og veiledning',
      'Ukjent aktivitet',
      'I aktivitet',
      'Avklart',
    ]));

  it('have the words and the order of the report', () =>
    expect(reported.map(({ codes }) => codes.map(({ code, labelNb }) => [labelNb, code]))).toEqual([
      [['Under oppfølging og veiledning', 'OTOV']],
      [['Ukjent aktivitet', 'OTUK']],
      [
        ['på NAV-tiltak', 'OTAP'],
        ['i ordinært arbeid', 'OTAR'],
        ['elever', 'OTEV'],
        ['lærling/lærekandidat', 'OTLL'],
        ['kombinasjon (fylkeskommune og NAV)', 'OTKO'],
        ['Opplæring og arbeidspraksis i regi av fylket', 'OTOA'],
      ],
      [
        ['takket nei til oppfølging', 'OTNO'],
        ['militæret', 'OTMI'],
        ['omsorg for barn', 'OTBA'],
        ['syk/i institusjon', 'OTSY'],
        ['ikke formell opplæring', 'OTIF'],
      ],
    ]));
});

describe('the status codes of a day', () => {
  it.each([
    ['2011-09-14', undefined],
    ['2011-09-15', 'ot-2011-09-15'],
    ['2015-01-08', 'ot-2011-09-15'],
    ['2015-01-09', 'ot-2015-01-09'],
    ['2016-06-30', 'ot-2015-01-09'],
    ['2016-07-01', 'ot-2016-07-01'],
    ['2021-03-31', 'ot-2016-07-01'],
    ['2021-04-01', 'ot-2021-04-01'],
    ['2026-11-21', 'ot-2021-04-01'],
  ])('on %s are %s', (day, version) => expect(statusCodesOn(day)?.version).toBe(version));

  it('hold private pupils and the practice certificate from 2016 only', () => {
    expect(findStatus('OTVF', '2016-06-30')).toBeUndefined();
    expect(findStatus('OTVF', '2016-07-01')).toMatchObject({ group: 'active', registerProven: true });
    expect(findStatus('OTLL', '2014-01-01')?.labelNb).toBe('Lærling/lærekandidat');
    expect(findStatus('OTLL', '2024-01-01')?.labelNb).toBe('Lærling/lærekandidat/praksisbrevkandidat');
  });

  it('are unknown when they are no code, or no code yet', () => {
    expect(findStatus('OTXX', '2024-01-01')).toBeUndefined();
    expect(findStatus('OTUK', '2011-09-14')).toBeUndefined();
    expect(findStatus('toString', '2024-01-01')).toBeUndefined();
  });

  it('are never twice in a set, and always named and grouped', () => {
    for (const { groups } of statusCodeSets) {
      const codes = groups.flatMap((group) => group.codes.map((status) => ({ ...status, within: group.code })));
      expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length);
      expect(codes.filter(({ labelNb, labelEn, group, within }) => !labelNb || !labelEn || group !== within)).toEqual([]);
    }
  });

  it('are 14 with the private pupils and 13 without, with 9 and 8 more for those outside the target group', () =>
    expect(statusCodeSets.map(({ groups }) => groups.reduce((sum, { codes }) => sum + codes.length, 0))).toEqual([21, 21, 23, 23]));
});

describe('what rules read of a status', () => {
  it('R06: leaving unknown for these needs contact', () =>
    expect(codesWith('2024-09-01', 'needsContact')).toEqual(['OTOV', 'OTNO', 'OTBA', 'OTSY', 'OTIF']));

  it('R06: these can be proven by a register', () =>
    expect(codesWith('2024-09-01', 'registerProven')).toEqual(['OTAR', 'OTEV', 'OTVF', 'OTLL', 'OTMI']));

  it('R08: these need a running measure', () =>
    expect(codesOf('2024-09-01').flatMap(({ code, needsMeasure }) => (needsMeasure ? [[code, needsMeasure]] : []))).toEqual([
      ['OTOA', 'county'],
      ['OTAP', 'NAV'],
      ['OTKO', 'combined'],
    ]));

  it('only illness is a special category', () => expect(codesWith('2015-06-15', 'special')).toEqual(['OTSY']));
});
