import type { SharingAgency } from '../../kernel/agency.js';
import type { Catalogue, Category } from '../../kernel/catalogue.js';
import type { Day } from '../../kernel/day.js';
import type { Event } from '../../kernel/decider.js';

/** What shared information may be used for (formål); codes/consent-ages.ts. */
export const purposes = [
  'coordinate-follow-up',
  'referral',
  'nav-measure',
  'ppt-assessment',
  'joint-plan',
  'involve-guardian',
  'aftercare',
] as const;
export type Purpose = (typeof purposes)[number];

/** Who may receive information: an agency, or the guardians. */
export type Recipient = SharingAgency | 'guardian';
export type ConsentGiver = 'youth' | 'guardian' | 'both-guardians';

/** What a consent or a refusal is about: categories × from × to × purpose. */
export type ConsentScope = {
  readonly from: SharingAgency;
  readonly to: Recipient;
  readonly categories: readonly Category[];
  readonly purpose: Purpose;
};

/** Why a sharing is lawful: a consent in the ledger, or a statutory basis by its code (codes/legal-bases.ts). */
export type SharingBasis = { readonly consentId: string } | { readonly statute: string };

export type ConsentEvent =
  | Event<
      'ConsentGiven',
      ConsentScope & {
        readonly consentId: string;
        readonly giver: ConsentGiver;
        readonly validFrom: Day;
        readonly validTo: Day;
        readonly formVersion: string;
        readonly how: 'written' | 'digital' | 'oral';
        readonly on: Day;
      }
    >
  | Event<'ConsentRefused', ConsentScope & { readonly giver: ConsentGiver; readonly on: Day }>
  | Event<'ConsentWithdrawn', { readonly consentId: string; readonly by: ConsentGiver; readonly on: Day }>
  | Event<'ConsentExpired', { readonly consentId: string; readonly cause: 'date' | 'turned-18' | 'closed'; readonly on: Day }>
  | Event<
      'InformationShared',
      {
        readonly to: Recipient;
        readonly categories: readonly Category[];
        readonly purpose: Purpose;
        readonly basis: SharingBasis;
        readonly content: string;
        readonly on: Day;
      }
    >
  | Event<
      'InformationRequestMade',
      { readonly to: SharingAgency; readonly statute: string; readonly what: string; readonly dueOn?: Day; readonly on: Day }
    >
  | Event<'EmergencyShareMade', { readonly to: string; readonly reason: string; readonly on: Day }>;

const givers = ['OT', 'NAV', 'PPT', 'BV', 'KOM', 'Y'] as const;

export const consentEvents: Catalogue<ConsentEvent> = {
  ConsentGiven: { term: 'samtykke gitt', mayAppend: givers, category: 'consent', sensitivity: 'S1', personal: [], schemaVersion: 1 },
  ConsentRefused: { term: 'samtykke nektet', mayAppend: givers, category: 'consent', sensitivity: 'S1', personal: [], schemaVersion: 1 },
  ConsentWithdrawn: { term: 'samtykke trukket', mayAppend: givers, category: 'consent', sensitivity: 'S1', personal: [], schemaVersion: 1 },
  ConsentExpired: { term: 'samtykke utløpt', mayAppend: ['SYS'], category: 'consent', sensitivity: 'S1', personal: [], schemaVersion: 1 },
  InformationShared: {
    term: 'opplysninger delt',
    mayAppend: ['OT', 'NAV', 'PPT', 'BV', 'KOM', 'SCH'],
    category: 'follow-up',
    sensitivity: 'S2',
    personal: ['content'],
    schemaVersion: 1,
  },
  InformationRequestMade: {
    term: 'forespørsel om opplysninger',
    mayAppend: ['OT', 'NAV', 'BV'],
    category: 'follow-up',
    sensitivity: 'S2',
    personal: ['what'],
    schemaVersion: 1,
  },
  EmergencyShareMade: {
    term: 'deling ved fare for liv eller helse',
    mayAppend: ['OT', 'NAV', 'PPT', 'BV', 'KOM', 'SCH'],
    category: 'health',
    sensitivity: 'S4',
    personal: ['to', 'reason'],
    schemaVersion: 1,
  },
};
