import type { Dated } from './dated.js';
import { type Day, covers } from '../kernel/day.js';

const limits = {
  /** NAV registers and grants measures from this age (R27). */
  'nav-minimum-age': { value: 16, from: '2005-07-01', source: 'TILT § 1-3; SAMF' },
  /** From this age nobody else consents for the youth (R26, R28). */
  majority: { value: 18, from: '1979-01-01', source: 'VGM § 8; first day: general knowledge' },
  /** From this age the youth decides in questions about own education (R41). */
  'own-education-age': { value: 15, from: '1982-01-01', source: 'OPL § 24-5; BL § 32 before 2024-08-01' },
  /** Days until an unopened digital message is noticed once more (R17). */
  'second-notice-days': { value: 7, from: '2004-07-01', source: 'EFF § 8 fifth paragraph' },
  /** Months after which an address in KRR must be confirmed anew (R15). */
  'contact-register-months': { value: 18, from: '2004-07-01', source: 'EFF § 32' },
  /** Aftercare ends when the youth turns this age (R45). */
  'aftercare-age': { value: 25, from: '2021-01-01', source: 'BVL § 3-6; first day: general knowledge' },
  /** Days within which barnevern reviews a concern report (R44). */
  'concern-review-days': { value: 7, from: '1993-01-01', source: 'BVL § 2-1' },
  /** Days within which barnevern confirms a concern report, and tells that an investigation has ended (R44). */
  'concern-feedback-days': { value: 21, from: '2009-07-01', source: 'BVL § 13-3; first day: general knowledge' },
  /** Months that an investigation may take (R44). */
  'investigation-months': { value: 3, from: '1993-01-01', source: 'BVL § 2-2' },
  /** Months that an investigation may take in special cases (R44). */
  'investigation-months-special': { value: 6, from: '1993-01-01', source: 'BVL § 2-2' },
} as const satisfies Record<string, Dated & { readonly value: number }>;

/** A number that law sets and no agreement may weaken. */
export type StatutoryLimit = keyof typeof limits;

/** Every statutory number with its source. */
export const statutoryLimits: Readonly<Record<StatutoryLimit, Dated & { readonly value: number }>> = limits;

/** The value of a statutory number. Each has had one value since its first day. */
export const statutoryLimit = (name: StatutoryLimit): number => limits[name].value;

/** A date of the year that a rule looks at, `MM-DD`. */
export interface AnnualDate extends Dated {
  readonly code: 'application-early' | 'application-ordinary' | 'alternative-offer';
  readonly monthDay: string;
}

/** Deadlines that return each year; on a weekend or holiday they move to the next working day (R58, R59). */
export const annualDates: readonly AnnualDate[] = [
  { code: 'application-early', monthDay: '02-01', from: '2000-01-01', source: 'OPF §§ 4-9, 7-5; before 2024: SEED1' },
  { code: 'application-ordinary', monthDay: '03-01', from: '2000-01-01', source: 'OPF §§ 4-9, 7-5; before 2024: SEED1' },
  { code: 'alternative-offer', monthDay: '10-01', from: '2024-08-01', source: 'OPF § 6-2' },
];

/** The annual date in a year, as the law writes it (not moved off weekends); nothing when no law sets it then. */
export const annualDate = (code: AnnualDate['code'], year: number): Day | undefined => {
  const row = annualDates.find((date) => date.code === code && covers(date, `${year}-${date.monthDay}`));
  return row && `${year}-${row.monthDay}`;
};
