import { type StatusCode, type StatusGroupCode, statusCodes } from './ot-status.codes.js';
import type { Dated, Labelled } from './dated.js';
import { type Day, covers } from '../kernel/day.js';

export type { StatusCode, StatusGroupCode } from './ot-status.codes.js';

/** A group of status codes with its codes, in the order of the report. A group of one code has no items of its own there. */
export interface StatusGroup extends Labelled {
  readonly code: StatusGroupCode;
  readonly codes: readonly StatusCode[];
}

/** The status codes that Udir asked for in a period. */
export interface StatusCodeSet extends Dated {
  /** E.g. `ot-2015-01-09`. */
  readonly version: string;
  /** Groups and codes in the order of the report. Never key on their number: KODE and SEED4 number them differently. */
  readonly groups: readonly StatusGroup[];
}

const groupNames: Readonly<Record<StatusGroupCode, readonly [string, string]>> = {
  unknown: ['Ukjent aktivitet', 'Unknown activity'],
  'follow-up': ['Under oppfølging og veiledning', 'Under follow-up and guidance'],
  active: ['I aktivitet', 'Active'],
  settled: ['Avklart', 'Settled'],
  'not-in-target-group': ['Tilmeldt, men ikke i målgruppen', 'Enrolled, but not in the target group'],
};

type Order = readonly (readonly [StatusGroupCode, readonly string[]])[];

const SETTLED = ['settled', ['OTNO', 'OTMI', 'OTBA', 'OTSY', 'OTIF']] as const;
const OUTSIDE = ['ELGS_IM', 'ELVG_IM', 'OTFA_IM', 'OTFU_IM', 'Feil', 'OTAR_IM', 'OTEV_IM', 'OTLL_IM'];
const WITHOUT_PRIVATE_SCHOOL: Order = [
  ['unknown', ['OTUK']],
  ['follow-up', ['OTOV']],
  ['active', ['OTOA', 'OTAP', 'OTKO', 'OTAR', 'OTEV', 'OTLL']],
  SETTLED,
  ['not-in-target-group', OUTSIDE],
];
const WITH_PRIVATE_SCHOOL: Order = [
  ['unknown', ['OTUK']],
  ['follow-up', ['OTOV']],
  ['active', ['OTOA', 'OTAP', 'OTKO', 'OTAR', 'OTEV', 'OTVF', 'OTLL']],
  SETTLED,
  ['not-in-target-group', ['ELGS_IM', 'ELVG_IM', 'OTFA_IM', 'OTFU_IM', 'Feil', 'OTAR_IM', 'OTEV_IM', 'OTVF_IM', 'OTLL_IM']],
];
const AS_REPORTED_IN_2015: Order = [
  ['follow-up', ['OTOV']],
  ['unknown', ['OTUK']],
  ['active', ['OTAP', 'OTAR', 'OTEV', 'OTLL', 'OTKO', 'OTOA']],
  SETTLED,
  ['not-in-target-group', OUTSIDE],
];

type Names = Readonly<Record<string, string>>;

/** OTLL before the practice certificate (praksisbrev) came in. */
const BEFORE_PRACTICE_CERTIFICATE: Names = { OTLL: 'Lærling/lærekandidat' };

/** The words of SEED4, slides 16–18. */
const NAMES_OF_2015: Names = {
  OTOV: 'Under oppfølging og veiledning',
  OTUK: 'Ukjent aktivitet',
  OTAP: 'på NAV-tiltak',
  OTAR: 'i ordinært arbeid',
  OTEV: 'elever',
  OTLL: 'lærling/lærekandidat',
  OTKO: 'kombinasjon (fylkeskommune og NAV)',
  OTOA: 'Opplæring og arbeidspraksis i regi av fylket',
  OTNO: 'takket nei til oppfølging',
  OTMI: 'militæret',
  OTBA: 'omsorg for barn',
  OTSY: 'syk/i institusjon',
  OTIF: 'ikke formell opplæring',
};

const groupsOf = (order: Order, names: Names): readonly StatusGroup[] =>
  order.map(([code, members]) => ({
    code,
    labelNb: groupNames[code][0],
    labelEn: groupNames[code][1],
    codes: members.flatMap((member) => {
      const known = statusCodes[member];
      return known ? [{ code: member, ...known, group: code, labelNb: names[member] ?? known.labelNb }] : [];
    }),
  }));

const set = (period: { from: Day; to?: Day }, source: string, order: Order, names: Names = {}): StatusCodeSet => ({
  version: `ot-${period.from}`,
  ...period,
  source,
  groups: groupsOf(order, names),
});

const NOT_SEEN = 'which codes were not yet in it: PROP (the list was not seen)';

/** Every code set, in order. Codes of other sets and days are unknown, also when they look alike (R07). */
export const statusCodeSets: readonly StatusCodeSet[] = [
  set({ from: '2011-09-15', to: '2015-01-08' }, `KODE; ${NOT_SEEN}`, WITHOUT_PRIVATE_SCHOOL, BEFORE_PRACTICE_CERTIFICATE),
  set({ from: '2015-01-09', to: '2016-06-30' }, `SEED4 slides 16–18; domain (c); ${NOT_SEEN}`, AS_REPORTED_IN_2015, NAMES_OF_2015),
  set({ from: '2016-07-01', to: '2021-03-31' }, `KODE; ${NOT_SEEN}`, WITH_PRIVATE_SCHOOL),
  set({ from: '2021-04-01' }, 'KODE, as updated in April 2021; the day of April: PROP', WITH_PRIVATE_SCHOOL),
];

/** The code set in force on a day; none before Udir's first. */
export const statusCodesOn = (day: Day): StatusCodeSet | undefined => statusCodeSets.find((codes) => covers(codes, day));

/** A status code as it stood on a day, or nothing when it was not in the set (R07). */
export const findStatus = (code: string, day: Day): StatusCode | undefined =>
  statusCodesOn(day)
    ?.groups.flatMap(({ codes }) => codes)
    .find((status) => status.code === code);
