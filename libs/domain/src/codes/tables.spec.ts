import {
  type Dated,
  type Labelled,
  annualDates,
  consentAges,
  contactChannels,
  counties,
  countiesOn,
  effortGroups,
  enrolmentReasons,
  extensionGrounds,
  interruptionCauses,
  laws,
  mainGoals,
  measureOutcomes,
  membershipCloseReasons,
  municipalServices,
  municipalities,
  navMeasures,
  noticeTemplates,
  processingBases,
  referralReasons,
  returnReasons,
  sharingPurposes,
  statusCodeSets,
  statutoryBases,
  wantedHelp,
} from './index.js';
import { isDay } from '../kernel/calendar.js';

type Keyed = readonly [key: string, row: Dated];

const keyed = <Row extends Dated>(rows: readonly Row[], key: (row: Row) => string): readonly Keyed[] => rows.map((row) => [key(row), row]);

const datedTables: Readonly<Record<string, readonly Keyed[]>> = {
  laws: keyed(laws, () => 'law'),
  annualDates: keyed(annualDates, ({ code }) => code),
  statusCodeSets: keyed(statusCodeSets, () => 'set'),
  enrolmentReasons: keyed(enrolmentReasons, ({ code }) => code),
  navMeasures: keyed(navMeasures, ({ code }) => code),
  processingBases: keyed(processingBases, ({ agency }) => agency),
  consentAges: keyed(consentAges, ({ code }) => code),
  counties: keyed(counties, ({ number }) => number),
  municipalities: keyed(municipalities, ({ number }) => number),
  noticeTemplates: keyed(noticeTemplates, ({ id, version }) => `${id} ${version}`),
  statutoryBases: statutoryBases.flatMap(({ code, validity, source }) => (validity ? [[code, { ...validity, source }] as const] : [])),
};

const overlap = (a: Dated, b: Dated): boolean => a.from <= (b.to ?? '9999-12-31') && b.from <= (a.to ?? '9999-12-31');

describe.each(Object.entries(datedTables))('the table %s', (_name, table) => {
  it('has real days, in order, and a source in every row', () => {
    const wrong = table.filter(([, { from, to = '9999-12-31', source }]) => !isDay(from) || !isDay(to) || from > to || source === '');
    expect(wrong).toEqual([]);
  });

  it('says one thing about one day', () => {
    const twice = table.filter(([key, row], index) => table.slice(index + 1).some(([other, next]) => other === key && overlap(row, next)));
    expect(twice).toEqual([]);
  });
});

const lists: Readonly<Record<string, readonly Labelled[]>> = {
  contactChannels,
  effortGroups,
  enrolmentReasons,
  extensionGrounds,
  interruptionCauses,
  mainGoals,
  measureOutcomes,
  membershipCloseReasons,
  municipalServices,
  referralReasons,
  returnReasons,
  sharingPurposes,
  wantedHelp,
};

describe.each(Object.entries(lists))('the list %s', (_name, list) => {
  it('has each code once', () => expect(new Set(list.map(({ code }) => code)).size).toBe(list.length));

  it('has names in Norwegian and English', () =>
    expect(list.filter(({ labelNb, labelEn }) => labelNb === '' || labelEn === '')).toEqual([]));
});

it('no county is without an heir on the day after it ended', () => {
  const ended = counties.filter(({ to }) => to !== undefined);
  const now = new Set(countiesOn('2026-01-01').map(({ number }) => number));
  const heirs = (number: string): readonly string[] =>
    now.has(number)
      ? [number]
      : counties.filter((county) => county.number === number).flatMap(({ successors }) => successors.flatMap(heirs));
  expect(ended.filter(({ number }) => heirs(number).length === 0)).toEqual([]);
});
