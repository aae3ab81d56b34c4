import { type Agency, type ContactRole, type Day, sharingAgencies } from '@samspor/domain';
import type { RecordedEvent } from '../view.js';
import { sentReferral } from './referrals.js';

/** Why an office has a case: it works with the youth, it is asked to, or somebody there is named for the youth. */
export type CaseGround = 'works' | 'referred-to' | 'named';

/** An office that has a case with a youth. */
export interface Case {
  readonly agency: Agency;
  readonly unit: string;
  readonly since: Day;
  readonly ground: CaseGround;
  /** The referral, or the role that somebody there is named for. */
  readonly ref?: string;
}

/** What makes no case of it: to ask for or give information, to answer a referral without taking it, to record a consent. */
const noCase: ReadonlySet<RecordedEvent['type']> = new Set([
  'ConsentGiven',
  'ConsentRefused',
  'ConsentWithdrawn',
  'ConsentExpired',
  'InformationShared',
  'InformationRequestMade',
  'EmergencyShareMade',
  'ReferralReturned',
  'ReferralInformationRequested',
  'ReferralInformationGiven',
  'ReferralWithdrawn',
  // Here it is the office of who is named that counts.
  'ContactPersonAssigned',
  'ContactPersonReplaced',
  'ContactPersonReleased',
]);

const isSharing = (agency: Agency): boolean => sharingAgencies.some((sharing) => sharing === agency);

const withoutRef = (cases: readonly Case[], ref: string): readonly Case[] => cases.filter((known) => known.ref !== ref);

const withWork = (cases: readonly Case[], { type, metadata }: RecordedEvent): readonly Case[] => {
  if (noCase.has(type)) return cases;
  const { actor, occurredOn } = metadata;
  const { agency, unit } = actor;
  const isKnown = (): boolean => cases.some((known) => known.ground === 'works' && known.agency === agency && known.unit === unit);
  if (!isSharing(agency) || unit === '' || isKnown()) return cases;
  return [...cases, { agency, unit, since: occurredOn, ground: 'works' }];
};

interface Naming {
  readonly role: ContactRole;
  readonly unit: string;
  readonly from: Day;
}

const roleRef = (role: ContactRole, deputy: boolean): string => (deputy ? `${role} deputy` : role);

const named = (cases: readonly Case[], { role, unit, from }: Naming, deputy: boolean): readonly Case[] => {
  const ref = roleRef(role, deputy);
  return [...withoutRef(cases, ref), { agency: role, unit, since: from, ground: 'named', ref }];
};

/** The offices that have a case, after an event. */
export const reduceCases = (cases: readonly Case[], event: RecordedEvent): readonly Case[] => {
  switch (event.type) {
    case 'ContactPersonAssigned':
      return named(cases, event.data, event.data.deputy);
    case 'ContactPersonReplaced':
      return named(cases, event.data, false);
    case 'ContactPersonReleased':
      return withoutRef(cases, roleRef(event.data.role, event.data.deputy));
    case 'ReferralAccepted':
    case 'ReferralReturned':
    case 'ReferralWithdrawn':
      return withWork(withoutRef(cases, event.data.referralId), event);
    default: {
      const sent = sentReferral(event);
      const working = withWork(cases, event);
      return sent
        ? [...working, { agency: sent.to, unit: sent.toUnit, since: sent.on, ground: 'referred-to', ref: sent.referralId }]
        : working;
    }
  }
};

/** The offices, once each. */
export const unitsOf = (cases: readonly Case[]): readonly string[] => [...new Set(cases.map(({ unit }) => unit))].toSorted();
