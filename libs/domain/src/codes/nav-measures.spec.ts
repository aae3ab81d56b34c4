import { type NavMeasure, findMeasure, hasReached, isInSeason, isOfAge, latestEnd, navMeasures, youthGuarantee } from './nav-measures.js';

const TODAY = '2026-03-02';

const get = (code: string, day = TODAY): NavMeasure => {
  const found = findMeasure(code, day);
  if (!found) throw new Error(`no measure ${code}`);
  return found;
};
const codesWith = (holds: (measure: NavMeasure) => boolean) =>
  navMeasures.filter((measure) => measure.to === undefined && holds(measure)).map(({ code }) => code);

describe('finding a measure', () => {
  it.each([
    ['ARBTREN', 'ARBEIDSTRENING'],
    ['INDOPPFAG', 'OPPFOLGING'],
    ['GRUPPE_ARBEIDSMARKEDSOPPLAERING', 'ARBEIDSMARKEDSOPPLAERING'],
    ['ENKELTPLASS_FAG_OG_YRKESOPPLAERING', 'FAG_OG_YRKESOPPLAERING'],
    ['TILSJOBB', 'SOMMERJOBB'],
    ['ARBFORB', 'ARBEIDSFORBEREDENDE_TRENING'],
  ])('knows %s as %s', (alias, code) => expect(findMeasure(alias, TODAY)?.code).toBe(code));

  it('knows work training as work practice before 2016', () => {
    expect(get('ARBEIDSTRENING', '2015-06-15').labelNb).toBe('Arbeidspraksis');
    expect(get('PRAKSORD', '2015-06-15').code).toBe('ARBEIDSTRENING');
    expect(get('ARBEIDSTRENING', '2016-01-01').labelNb).toBe('Arbeidstrening');
    expect(findMeasure('PRAKSORD', TODAY)).toBeUndefined();
  });

  it.each([
    ['SOMMERJOBB', '2021-04-21'],
    ['ARBEIDSFORBEREDENDE_TRENING', '2015-12-31'],
    ['KVP', '2009-12-31'],
    ['NOTHING', TODAY],
  ])('does not know %s on %s', (code, day) => expect(findMeasure(code, day)).toBeUndefined());

  it('has each code and alias once on a day', () => {
    const names = navMeasures.filter(({ to }) => to === undefined).flatMap(({ code, aliases }) => [code, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('R30 ages', () => {
  const isTaken = (code: string, birthDate: string, on: string, countyPartnership = false) =>
    isOfAge(get(code), { birthDate, on, countyPartnership });

  it('takes nobody under 16', () => {
    expect(isTaken('ARBEIDSTRENING', '2010-03-02', '2026-03-01')).toBe(false);
    expect(isTaken('ARBEIDSTRENING', '2010-03-02', '2026-03-02')).toBe(true);
  });

  it.each(['ARBEIDSMARKEDSOPPLAERING', 'STUDIESPESIALISERING', 'FAG_OG_YRKESOPPLAERING', 'HOYERE_YRKESFAGLIG_UTDANNING'])(
    'takes youths to %s from 1 January of the year they turn 19',
    (code) => {
      expect(isTaken(code, '2007-12-31', '2025-12-31')).toBe(false);
      expect(isTaken(code, '2007-12-31', '2026-01-01')).toBe(true);
    },
  );

  it('takes youths to vocational training from the year they turn 16, in partnership with the county', () => {
    expect(isTaken('FAG_OG_YRKESOPPLAERING', '2010-12-31', '2026-01-01')).toBe(false);
    expect(isTaken('FAG_OG_YRKESOPPLAERING', '2010-12-31', '2026-01-01', true)).toBe(true);
    expect(isTaken('FAG_OG_YRKESOPPLAERING', '2010-12-31', '2025-12-31', true)).toBe(false);
    expect(isTaken('ARBEIDSMARKEDSOPPLAERING', '2010-12-31', '2026-01-01', true)).toBe(false);
  });

  it('takes youths to higher education from the year they turn 22', () => {
    expect(isTaken('HOYERE_UTDANNING', '2004-12-31', '2025-12-31')).toBe(false);
    expect(isTaken('HOYERE_UTDANNING', '2004-12-31', '2026-01-01')).toBe(true);
  });

  it('ends summer jobs on the 30th birthday', () => {
    expect(isTaken('SOMMERJOBB', '1996-07-02', '2026-07-01')).toBe(true);
    expect(isTaken('SOMMERJOBB', '1996-07-02', '2026-07-02')).toBe(false);
  });

  it('takes nobody under 18 into the qualification programme', () => {
    expect(isTaken('KVP', '2008-03-03', '2026-03-02')).toBe(false);
    expect(isTaken('KVP', '2008-03-02', '2026-03-02')).toBe(true);
  });

  it('gives the youth guarantee from 16 until the 30th birthday', () => {
    expect(isOfAge(youthGuarantee, { birthDate: '2010-03-02', on: '2026-03-01' })).toBe(false);
    expect(isOfAge(youthGuarantee, { birthDate: '2010-03-02', on: '2026-03-02' })).toBe(true);
    expect(isOfAge(youthGuarantee, { birthDate: '1996-03-03', on: '2026-03-02' })).toBe(true);
    expect(isOfAge(youthGuarantee, { birthDate: '1996-03-02', on: '2026-03-02' })).toBe(false);
  });

  it('counts a year turned by the calendar', () =>
    expect(hasReached({ kind: 'year-turned', age: 19 }, '2007-12-31', '2026-01-01')).toBe(true));
});

describe('R31 how long a measure may last', () => {
  it.each([
    ['AVKLARING', [], '2026-03-29'],
    ['AVKLARING', ['continued-need'], '2026-05-24'],
    ['ARBEIDSTRENING', [], '2027-03-01'],
    ['ARBEIDSTRENING', ['reduced-work-capacity'], '2027-09-01'],
    ['OPPFOLGING', ['continued-need'], '2027-03-01'],
    ['OPPFOLGING', ['school-transition'], '2026-09-01'],
    ['OPPFOLGING', ['reduced-work-capacity', 'school-transition'], '2029-09-01'],
    ['MENTOR', ['formal-training'], '2029-03-01'],
    ['STUDIESPESIALISERING', ['combined-course'], '2030-03-01'],
    ['STUDIESPESIALISERING', ['special-reasons'], '2029-03-01'],
    ['FAG_OG_YRKESOPPLAERING', ['combined-course', 'special-reasons'], '2031-03-01'],
    ['SOMMERJOBB', [], '2026-03-29'],
    ['MIDLERTIDIG_LONNSTILSKUDD', ['reduced-work-capacity'], '2028-03-01'],
    ['ARBEIDSFORBEREDENDE_TRENING', ['formal-training'], '2029-03-01'],
    ['ARBEIDSRETTET_REHABILITERING', ['whatever'], '2026-05-24'],
    ['KVP', ['special-reasons'], '2029-03-01'],
    ['VARIG_LONNSTILSKUDD', [], undefined],
  ])('%s from 2 March 2026 on grounds %j ends by %s', (code, grounds, end) => expect(latestEnd(get(code), TODAY, grounds)).toBe(end));
});

describe('conditions of measures', () => {
  it('R29: these need an assessment', () =>
    expect(codesWith(({ needsAssessment }) => needsAssessment)).toEqual([
      'SOMMERJOBB',
      'MIDLERTIDIG_LONNSTILSKUDD',
      'VARIG_LONNSTILSKUDD',
      'ARBEIDSFORBEREDENDE_TRENING',
      'KVP',
    ]));

  it('R32: these are reviewed every third month', () =>
    expect(codesWith(({ reviewEveryMonths }) => reviewEveryMonths === 3)).toEqual(['ARBEIDSTRENING', 'ARBEIDSFORBEREDENDE_TRENING']));

  it('R34: training a–e needs an assessment of what the county offers, f does not', () =>
    expect(
      navMeasures
        .filter(({ to, trainingKind }) => to === undefined && trainingKind)
        .map(({ trainingKind, countyOfferAssessed }) => [trainingKind, countyOfferAssessed]),
    ).toEqual([
      ['a', true],
      ['b', true],
      ['c', true],
      ['d', true],
      ['e', true],
      ['f', false],
    ]));

  it('summer jobs run from 1 June to 31 August', () => {
    const summerJob = get('SOMMERJOBB');
    expect(isInSeason(summerJob, { from: '2026-06-01', to: '2026-08-31' })).toBe(true);
    expect(isInSeason(summerJob, { from: '2026-05-31', to: '2026-06-20' })).toBe(false);
    expect(isInSeason(summerJob, { from: '2026-08-20', to: '2026-09-01' })).toBe(false);
    expect(isInSeason(summerJob, { from: '2026-07-01', to: '2027-07-01' })).toBe(false);
    expect(isInSeason(get('MENTOR'), { from: '2026-01-01', to: '2026-05-01' })).toBe(true);
  });
});
