import { idnr } from '@navikt/fnrvalidator';
import fc from 'fast-check';
import { addDays } from './calendar.js';
import { identityOf, isOrganisationNumber, syntheticIdentityNumber } from './identifiers.js';

const sumOf = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0);

/** Gives the first nine digits their check digits; for numbers whose check digits exist. */
const completed = (nine: string): string => {
  const ten = nine + String((11 - (sumOf(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11)) % 11);
  return ten + String((11 - (sumOf(ten, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11);
};

describe('identity numbers', () => {
  it.each([
    ['150109500', 'fnr', false],
    ['550109501', 'dnr', false],
    ['154109500', 'hnr', false],
    ['554109500', 'dnr-and-hnr', false],
    ['158109501', 'tnr', true],
    ['558109500', 'dnr-and-tnr', true],
  ])('tell what they are: %s… is %s', (nine, kind, synthetic) => expect(identityOf(completed(nine))).toEqual({ kind, synthetic }));

  it.each(['', '1234', '00000000001', '15810950', 'abcdefghijk', '15810950x12', '32810950000'])('are refused when wrong: %s', (number) =>
    expect(identityOf(number)).toBeUndefined(),
  );

  it('are refused when one digit is changed', () => {
    const number = syntheticIdentityNumber('2009-01-15', 0) ?? '';
    const changed = `${number.slice(0, 10)}${(Number(number[10]) + 1) % 10}`;
    expect(identityOf(changed)).toBeUndefined();
  });
});

describe('synthetic identity numbers', () => {
  const aBirthDate = fc.integer({ min: 0, max: 365 * 60 }).map((n) => addDays('1975-01-01', n));

  it('are valid, synthetic, of the right date and never the same twice', () =>
    fc.assert(
      fc.property(aBirthDate, fc.integer({ min: 0, max: 300 }), (birthDate, n) => {
        const number = syntheticIdentityNumber(birthDate, n) ?? '';
        expect(idnr(number)).toEqual({ status: 'valid', type: 'tnr' });
        expect(number.slice(0, 2)).toBe(birthDate.slice(8));
        expect(Number(number.slice(2, 4)) - 80).toBe(Number(birthDate.slice(5, 7)));
        expect(number).not.toBe(syntheticIdentityNumber(birthDate, n + 1));
      }),
    ));

  it('run out', () => {
    expect(syntheticIdentityNumber('2009-01-15', 350)).toMatch(/^158109/);
    expect(syntheticIdentityNumber('2009-01-15', 500)).toBeUndefined();
  });

  it.each(['1899-12-31', '2040-01-01', '2009-02-30', 'then'])('do not exist for %s', (birthDate) =>
    expect(syntheticIdentityNumber(birthDate, 0)).toBeUndefined(),
  );
});

describe('organisation numbers', () => {
  it.each(['889640782', '974760673', '938801363'])('takes %s', (number) => expect(isOrganisationNumber(number)).toBe(true));

  it.each(['889640783', '789640782', '88964078', '8896407821', 'NO889640782', '0192:889640782'])('refuses %s', (number) =>
    expect(isOrganisationNumber(number)).toBe(false),
  );
});
