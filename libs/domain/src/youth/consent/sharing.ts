import type { ConsentCommand } from './consent.commands.js';
import type { ConsentGiver, Purpose, Recipient, SharingBasis } from './consent.events.js';
import { type Consent, isStanding } from './consent.state.js';
import type { ReferralCommand, ReferralRequest } from '../referral/referral.commands.js';
import { findReferral } from '../referral/referral.state.js';
import type { Youth } from '../youth.state.js';
import { type ConsentGivers, areEnough, consentGivers } from '../../codes/consent-ages.js';
import { statutoryLimit } from '../../codes/statutory-limits.js';
import { type Actor, type SharingAgency, sharingAgencies } from '../../kernel/agency.js';
import { ageOn } from '../../kernel/calendar.js';
import type { Category } from '../../kernel/catalogue.js';
import type { Day } from '../../kernel/day.js';
import type { Named } from '../../kernel/decider.js';

/** Commands that let information out of an agency. */
export type Sharing =
  | Named<ConsentCommand, 'ShareInformation'>
  | Named<ReferralCommand, 'ReferToNav' | 'ReferToOt' | 'ReferToPpt' | 'ReferToMunicipalService' | 'GiveMoreInformation'>;

/** What is shared: between whom, of what, for what, and why that is lawful. */
export interface Share {
  readonly from: SharingAgency;
  readonly to: Recipient;
  readonly categories: readonly Category[];
  /** A consent for any of these will do. */
  readonly purposes: readonly Purpose[];
  readonly basis: SharingBasis;
}

/** The agency that acts, where only those that hold information about youths may. */
export const sharingAgencyOf = ({ agency }: Actor): SharingAgency => {
  const found = sharingAgencies.find((known) => known === agency);
  if (found === undefined) throw new Error(`${agency} holds no information to share`);
  return found;
};

const receivers = { ReferToNav: 'NAV', ReferToOt: 'OT', ReferToPpt: 'PPT', ReferToMunicipalService: 'KOM' } as const;

/** A command that refers the youth to an agency. */
export type Referring = Named<ReferralCommand, keyof typeof receivers>;

/** The agency that a referral asks. */
export const receiverOf = ({ type }: Pick<Referring, 'type'>): SharingAgency => receivers[type];

/** A consent for the help itself is good for asking for it. */
const purposesTowards = (to: Recipient): readonly Purpose[] => {
  if (to === 'NAV') return ['referral', 'nav-measure'];
  return to === 'PPT' ? ['referral', 'ppt-assessment'] : ['referral'];
};

const referring = (
  from: SharingAgency,
  to: SharingAgency,
  { categories, basis }: Pick<ReferralRequest, 'categories' | 'basis'>,
): Share => ({
  from,
  to,
  categories,
  purposes: purposesTowards(to),
  basis,
});

/** What a command would share; nothing when it answers a referral that is not there. */
export const shareOf = (command: Sharing, { referral }: Youth, actor: Actor): Share | undefined => {
  const from = sharingAgencyOf(actor);
  if (command.type === 'ShareInformation') return { ...command.data, from, purposes: [command.data.purpose] };
  if (command.type !== 'GiveMoreInformation') return referring(from, receiverOf(command), command.data);
  const asked = findReferral(referral, command.data.referralId);
  return asked && referring(from, asked.to, asked);
};

/** The consent that a sharing cites, if it is in the ledger. */
export const citedConsent = ({ basis }: Share, { consent }: Youth): Consent | undefined =>
  'consentId' in basis ? consent.consents.find(({ consentId }) => consentId === basis.consentId) : undefined;

/** Whether the youth is of age on the day. */
export const isAdult = ({ targetGroup }: Pick<Youth, 'targetGroup'>, day: Day): boolean =>
  ageOf({ targetGroup }, day) >= statutoryLimit('majority');

/** The youth's age on the day; nobody acts for a youth who is not registered, so that age is nought. */
export const ageOf = ({ targetGroup }: Pick<Youth, 'targetGroup'>, day: Day): number =>
  targetGroup.birthDate === undefined ? 0 : ageOn(targetGroup.birthDate, day);

/** Whether a consent given by guardians no longer counts, since the youth decides alone. */
export const isLapsed = ({ giver }: Consent, youth: Youth, day: Day): boolean => giver !== 'youth' && isAdult(youth, day);

/** Whether the consent reaches what is shared: parties, purpose, every category, and the day. */
export const reaches = (consent: Consent, { from, to, categories, purposes }: Share, day: Day): boolean =>
  consent.from === from &&
  consent.to === to &&
  purposes.includes(consent.purpose) &&
  categories.every((category) => consent.categories.includes(category)) &&
  consent.validFrom <= day &&
  day <= consent.validTo;

/** Who has consented to what is shared, on the day. */
export const haveConsented = (share: Share, youth: Youth, day: Day): readonly ConsentGiver[] =>
  youth.consent.consents
    .filter((consent) => isStanding(consent, day) && reaches(consent, share, day) && !isLapsed(consent, youth, day))
    .map(({ giver }) => giver);

/** Who must consent to what is shared, by the youth's age on a day. */
export const mustConsent = ({ purpose }: Consent, { from, to, categories }: Share, youth: Youth, on: Day): ConsentGivers =>
  consentGivers({ purpose, from, to, categories, age: ageOf(youth, on), on });

/** Whether everybody who must consent has, by the youth's age now or when the cited consent was given. */
export const isConsentedTo = (cited: Consent, share: Share, youth: Youth, day: Day): boolean =>
  [day, cited.validFrom].some((on) => areEnough(haveConsented(share, youth, day), mustConsent(cited, share, youth, on)));
