import type { Category, ConsentGiver, Day, Purpose, Recipient, SharingAgency } from '@samspor/domain';
import { type DemoYouth, type Step, isMinor, step } from '../step.js';

/** What a consent is about. */
interface Scope {
  readonly from: SharingAgency;
  readonly to: Recipient;
  readonly categories: readonly Category[];
  readonly purpose: Purpose;
}

const toNav: Scope = { from: 'OT', to: 'NAV', categories: ['contact', 'follow-up', 'education', 'coordination'], purpose: 'nav-measure' };
export const toPpt: Scope = { from: 'OT', to: 'PPT', categories: ['education', 'follow-up'], purpose: 'ppt-assessment' };
export const toHealth: Scope = { from: 'OT', to: 'KOM', categories: ['health'], purpose: 'referral' };
export const aftercare: Scope = { from: 'BV', to: 'OT', categories: ['follow-up', 'coordination', 'family'], purpose: 'aftercare' };

const given = (scope: Scope, giver: ConsentGiver, how: 'written' | 'oral', validTo?: Day) =>
  ({ type: 'GiveConsent', data: { ...scope, giver, formVersion: '1', how, ...(validTo && { validTo }) } }) as const;

/** A consent of the youth alone, recorded by the sender. */
export const consented = (youth: DemoYouth, scope: Scope, on: Day, name: string, validTo?: Day): Step => {
  const sender = youth.team[scope.from.toLowerCase() as Lowercase<SharingAgency>];
  return step(sender, on, given(scope, 'youth', youth.dice.chance(70) ? 'written' : 'oral', validTo), name);
};

/** The consent that opens for NAV: the youth's, and a guardian's until the youth is of age. */
export const consentedToNav = (youth: DemoYouth, on: Day): readonly Step[] => [
  step(youth.team.ot, on, given(toNav, 'youth', 'written'), 'consent-nav'),
  ...(isMinor(youth, on) ? [step(youth.team.ot, on, given(toNav, 'guardian', 'written'), 'consent-nav-guardian')] : []),
];

/** The youth says no, and that is recorded too. */
export const refused = (youth: DemoYouth, on: Day): Step =>
  step(youth.team.ot, on, { type: 'RefuseConsent', data: { ...toNav, giver: 'youth' } });
