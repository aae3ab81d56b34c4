import { findChoice, membershipCloseReasons, referralReasons, returnReasons } from './choices.js';

describe('choices', () => {
  it('are found by code', () => {
    expect(findChoice(membershipCloseReasons, 'in_school')?.labelNb).toBe('I skole eller lære');
    expect(findChoice(returnReasons, 'missing-consent')?.labelEn).toBe('Consent is missing');
  });

  it('are not found by another list’s code', () => expect(findChoice(referralReasons, 'missing-consent')).toBeUndefined());
});
