import { statutoryBases } from './legal-bases.table.js';
import type { SharingRecipient, StatutoryBasis } from './legal-basis.js';
import { type Dated, inForce } from './dated.js';
import type { Agency, SharingAgency } from '../kernel/agency.js';
import type { Category } from '../kernel/catalogue.js';
import { type Day, covers } from '../kernel/day.js';

export { statutoryBases } from './legal-bases.table.js';
export type { SharingRecipient, StatutoryBasis } from './legal-basis.js';

/** The provision with this code, if it is in force on the day. */
export const statutoryBasis = (code: string, day: Day): StatutoryBasis | undefined =>
  statutoryBases.find((basis) => basis.code === code && basis.validity !== undefined && covers(basis.validity, day));

/** Whether a provision lets one agency share a category with another on a day (R22). Says nothing about what it `needs`. */
export const allowsSharing = (code: string, from: SharingAgency, to: SharingRecipient, category: Category, day: Day): boolean => {
  const basis = statutoryBasis(code, day);
  return basis !== undefined && basis.senders.includes(from) && basis.recipients.includes(to) && basis.categories.includes(category);
};

/** Why an agency may process what it records itself. */
export interface ProcessingBasis extends Dated {
  readonly agency: Agency;
  readonly code: string;
  readonly title: string;
  /** What of this row is our reading. */
  readonly reading?: string;
}

const OPL_NEW = { code: 'OPL_25_1', title: 'opplæringslova § 25-1', from: '2024-08-01', source: 'OPL § 25-1' } as const;
const OLD = { from: '1999-08-01', to: '2024-07-31', source: 'PROP57 ch. 54' } as const;
const TASK = 'that the task itself was the basis before the act said so';

/** GDPR art. 6 (1) e, for what the youth, the hub itself and the agreement parties record, and for days before the acts below: PROP. */
const PUBLIC_TASK = 'GDPR_6_1_E';

/** Each agency's default basis; where none is in force it is a task in the public interest. */
export const processingBases: readonly ProcessingBasis[] = [
  { agency: 'OT', ...OPL_NEW },
  { agency: 'OT', code: 'OPL98_3_6', title: 'opplæringslova 1998 § 3-6', ...OLD, reading: TASK },
  { agency: 'SCH', ...OPL_NEW },
  { agency: 'SCH', code: 'OPL98_13_3', title: 'opplæringslova 1998 § 13-3', ...OLD, reading: `${TASK}; the section is general knowledge` },
  { agency: 'PPT', ...OPL_NEW },
  { agency: 'PPT', code: 'OPL98_5_6', title: 'opplæringslova 1998 § 5-6', ...OLD, reading: `${TASK}; the section is general knowledge` },
  {
    agency: 'NAV',
    code: 'NAVL_4',
    title: 'NAV-loven § 4',
    from: '2006-07-01',
    source: 'NAVL §§ 4, 4 a; AML',
    reading: 'that §§ 4 and 4 a are cited as one',
  },
  {
    agency: 'BV',
    code: 'BVL_13_6',
    title: 'barnevernsloven § 13-6',
    from: '2023-01-01',
    source: 'BVL § 13-6; first day: general knowledge',
  },
  {
    agency: 'BV',
    code: 'BVL92_3_1',
    title: 'barnevernloven 1992 § 3-1',
    from: '1993-01-01',
    to: '2022-12-31',
    source: 'PROP',
    reading: TASK,
  },
  {
    agency: 'KOM',
    code: 'STL_43A',
    title: 'sosialtjenesteloven § 43 a',
    from: '2010-01-01',
    source: 'STL §§ 13, 43 a',
    reading: "that the municipal contact person's work counts as tasks under STL § 13; the first day of § 43 a was not checked",
  },
];

/** The row under which an agency processes by default on a day; what it is our reading of is in `reading`. */
export const findProcessingBasis = (agency: Agency, day: Day): ProcessingBasis | undefined =>
  inForce(processingBases, day).find((basis) => basis.agency === agency);

/** The code of the basis under which an agency processes by default on a day. */
export const processingBasisOf = (agency: Agency, day: Day): string => findProcessingBasis(agency, day)?.code ?? PUBLIC_TASK;
