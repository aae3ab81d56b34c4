import { type Category, type ConsentGiver, type Day, type Purpose, type Recipient, type SharingAgency, addMonths } from '@samspor/domain';
import { type DemoYouth, type Step, isMinor, later, made, samspor, step } from '../step.js';

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

/** The length that the terms set where nothing else is said. */
const USUAL_MONTHS = 12;

/** The day after the last, the hub tells that the consent is over. */
const ranOut = (youth: DemoYouth, lastDay: Day, name: string): Step =>
  step(samspor, later(lastDay, 1), { type: 'ExpireConsent', data: { consentId: made(youth, name) } });

/** A consent of the youth alone, recorded by the sender, until it runs out. */
export const consented = (youth: DemoYouth, scope: Scope, on: Day, name: string, validTo?: Day): readonly Step[] => {
  const sender = youth.team[scope.from.toLowerCase() as Lowercase<SharingAgency>];
  const how = youth.dice.chance(70) ? 'written' : 'oral';
  return [step(sender, on, given(scope, 'youth', how, validTo), name), ranOut(youth, validTo ?? addMonths(on, USUAL_MONTHS), name)];
};

/** The consent that opens for NAV: the youth's, and a guardian's until the youth is of age. */
export const consentedToNav = (youth: DemoYouth, on: Day): readonly Step[] => [
  step(youth.team.ot, on, given(toNav, 'youth', 'written'), 'consent-nav'),
  ranOut(youth, addMonths(on, USUAL_MONTHS), 'consent-nav'),
  ...(isMinor(youth, on) ? [step(youth.team.ot, on, given(toNav, 'guardian', 'written'), 'consent-nav-guardian')] : []),
  ...(isMinor(youth, on) ? [ranOut(youth, addMonths(on, USUAL_MONTHS), 'consent-nav-guardian')] : []),
];

/** The youth says no, and that is recorded too. */
export const refused = (youth: DemoYouth, on: Day): Step =>
  step(youth.team.ot, on, { type: 'RefuseConsent', data: { ...toNav, giver: 'youth' } });
