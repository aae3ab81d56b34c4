import fc from 'fast-check';
import { type ConsentScope, purposes } from './consent.events.js';
import { consentIsWhole } from './consent.rules.js';
import type { Sharing } from './sharing.js';
import { hasLegalBasis, sharingRules, withinConsent } from './sharing.rules.js';
import { type Youth, type YouthEvent, evolveYouth, noYouth } from '../youth.state.js';
import { sharingAgencies } from '../../kernel/agency.js';
import { addDays } from '../../kernel/calendar.js';
import { categories } from '../../kernel/catalogue.js';
import { registered, somebodyOf, usual } from '../../testing/a-youth.js';

/** Of age, so that the youth alone consents to everything. */
const ADULT = '2000-01-01';

const scopes: fc.Arbitrary<ConsentScope> = fc.record({
  from: fc.constantFrom(...sharingAgencies),
  to: fc.constantFrom(...sharingAgencies, 'guardian' as const),
  categories: fc.uniqueArray(fc.constantFrom(...categories), { minLength: 1, maxLength: 4 }),
  purpose: fc.constantFrom(...purposes),
});

const holding = (scope: ConsentScope): Youth => {
  const given: YouthEvent = {
    type: 'ConsentGiven',
    data: {
      consentId: 'consent-1',
      ...scope,
      giver: 'youth',
      validFrom: '2026-01-10',
      validTo: '2026-01-20',
      formVersion: '1',
      how: 'written',
      on: '2026-01-10',
    },
  };
  return [...registered(ADULT), given].reduce(evolveYouth, noYouth);
};

const sharing = ({ to, categories: shared, purpose }: ConsentScope): Sharing => ({
  type: 'ShareInformation',
  data: { to, categories: shared, purpose, basis: { consentId: 'consent-1' }, content: 'what we know' },
});

const isAccepted = (consent: ConsentScope, share: ConsentScope, day: number): boolean => {
  const context = { ...usual, actor: somebodyOf(share.from), on: addDays('2026-01-10', day) };
  return sharingRules.every((rule) => rule.holds(holding(consent), sharing(share), context));
};

const isWithin = (consent: ConsentScope, share: ConsentScope): boolean =>
  share.from === consent.from &&
  share.to === consent.to &&
  share.purpose === consent.purpose &&
  share.categories.every((category) => consent.categories.includes(category));

describe('Whatever is asked for', () => {
  it('is shared on a consent when, and only when, it lies within it', () =>
    fc.assert(
      fc.property(scopes, scopes, fc.integer({ min: -5, max: 15 }), (consent, other, day) => {
        const near = { ...consent, categories: other.categories };
        const isInTime = day >= 0 && day <= 10;
        expect(isAccepted(consent, consent, day)).toBe(isInTime);
        expect(isAccepted(consent, other, day)).toBe(isInTime && isWithin(consent, other));
        expect(isAccepted(consent, near, day)).toBe(isInTime && isWithin(consent, near));
      }),
    ));
});

describe('A refusal tells the way out', () => {
  const consent: ConsentScope = { from: 'OT', to: 'NAV', categories: ['follow-up'], purpose: 'coordinate-follow-up' };
  const beyond = sharing({ ...consent, to: 'KOM', categories: ['health'] });

  it('names what lies outside the consent', () =>
    expect(withinConsent.remedy(holding(consent), beyond, { ...usual, on: '2026-01-21' })).toBe(
      'The consent does not reach: it is from OT to NAV, not from OT to KOM; it leaves out health; it holds from 2026-01-10 to 2026-01-20, not on 2026-01-21. Share less, or ask for a wider consent (GiveConsent).',
    ));

  it('names who must consent, and the statutes that could do', () => {
    const minor = { ...holding(consent), targetGroup: { ...noYouth.targetGroup, birthDate: '2008-05-20' } };
    expect(hasLegalBasis.remedy(minor, sharing(consent), { ...usual, on: '2026-01-20' })).toBe(
      'It takes the consent of youth together with guardian, or youth together with both-guardians; there is that of youth. Record consents from OT to NAV for coordinate-follow-up (GiveConsent); cite FVL_13B_1_5 or AML_19 when what it needs is met.',
    );
  });

  it('names the first day that a consent can have', () =>
    expect(
      consentIsWhole.remedy(noYouth, { type: 'GiveConsent', data: { ...consent, giver: 'youth', formVersion: '1', how: 'oral' } }, usual),
    ).toContain('2026-03-10'));
});
