import { idnr } from '@navikt/fnrvalidator';
import { isDay } from './calendar.js';
import type { Day } from './day.js';

/** What kind of national identity number the digits are: birth number, D-number, H-number or NAV test (+40), Tenor test (+80). */
export type IdentityKind = 'fnr' | 'dnr' | 'hnr' | 'dnr-and-hnr' | 'tnr' | 'dnr-and-tnr';

/** What may be known of an identity number without looking it up. Never a birth date: from 2032 it cannot be read from the digits. */
export interface Identity {
  readonly kind: IdentityKind;
  /** Belongs to nobody: made by Skatteetaten for tests, with 80 added to the month. The +40 numbers of NAV are not counted in. */
  readonly synthetic: boolean;
}

/** What an identity number is, or nothing when its digits do not add up (FREG § 2-2, FNR). */
export const identityOf = (number: string): Identity | undefined => {
  const result = idnr(number);
  if (result.status === 'invalid') return undefined;
  return { kind: result.type, synthetic: result.type === 'tnr' || result.type === 'dnr-and-tnr' };
};

const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0);

/** The modulus 11 check digit; none when it would be 10. */
const checkDigit = (digits: string, weights: readonly number[]): string | undefined => {
  const digit = (11 - (weighted(digits, weights) % 11)) % 11;
  return digit === 10 ? undefined : String(digit);
};

const ORGANISATION_WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];
const FIRST_CHECK_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND_CHECK_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** True for nine digits, the first 8 or 9, the last the modulus 11 check digit of the others (domain § 7). */
export const isOrganisationNumber = (number: string): boolean =>
  /^[89]\d{8}$/.test(number) && checkDigit(number, ORGANISATION_WEIGHTS) === number[8];

const SYNTHETIC_MONTH = 80;

/** The individual numbers of those born in a year; only the centuries that living youths are born in. */
const individualNumbers = (year: number): readonly [number, number] | undefined => {
  if (year >= 1900 && year < 2000) return [0, 499];
  return year >= 2000 && year < 2040 ? [500, 999] : undefined;
};

const withCheckDigits = (digits: string): string | undefined => {
  const first = checkDigit(digits, FIRST_CHECK_WEIGHTS);
  const second = first && checkDigit(digits + first, SECOND_CHECK_WEIGHTS);
  return first && second && digits + first + second;
};

/** The n-th synthetic identity number (month +80) of a birth date, from 0; nothing when there are not so many. For demo data. */
export const syntheticIdentityNumber = (birthDate: Day, n: number): string | undefined => {
  const range = isDay(birthDate) ? individualNumbers(Number(birthDate.slice(0, 4))) : undefined;
  if (!range) return undefined;
  const [first, last] = range;
  const date = birthDate.slice(8) + String(Number(birthDate.slice(5, 7)) + SYNTHETIC_MONTH) + birthDate.slice(2, 4);
  let left = n;
  for (let individual = first; individual <= last; individual += 1) {
    const number = withCheckDigits(date + String(individual).padStart(3, '0'));
    if (number && left-- === 0) return number;
  }
  return undefined;
};
