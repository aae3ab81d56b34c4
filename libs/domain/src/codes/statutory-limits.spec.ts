import { annualDate, statutoryLimit, statutoryLimits } from './statutory-limits.js';

describe('numbers that law sets', () => {
  it('are those of the law', () =>
    expect(Object.fromEntries(Object.entries(statutoryLimits).map(([name, { value }]) => [name, value]))).toEqual({
      'nav-minimum-age': 16,
      majority: 18,
      'own-education-age': 15,
      'second-notice-days': 7,
      'contact-register-months': 18,
      'aftercare-age': 25,
      'concern-review-days': 7,
      'concern-feedback-days': 21,
      'investigation-months': 3,
      'investigation-months-special': 6,
    }));

  it('are looked up by name', () => expect(statutoryLimit('nav-minimum-age')).toBe(16));
});

describe('dates of the year', () => {
  it('are given for a year', () => {
    expect(annualDate('application-early', 2026)).toBe('2026-02-01');
    expect(annualDate('application-ordinary', 2016)).toBe('2016-03-01');
    expect(annualDate('alternative-offer', 2026)).toBe('2026-10-01');
  });

  it('are not given for years before the law set them', () => expect(annualDate('alternative-offer', 2023)).toBeUndefined());
});
