import type { SharingAgency } from '../../kernel/agency.js';
import type { Catalogue, Category } from '../../kernel/catalogue.js';
import type { Day } from '../../kernel/day.js';
import type { Event } from '../../kernel/decider.js';
import type { SharingBasis } from '../consent/consent.events.js';

/** What every referral says (henvisning). */
export type Referral = {
  readonly referralId: string;
  readonly from: SharingAgency;
  /** The office that is asked, e.g. `nav-5006`. */
  readonly toUnit: string;
  readonly reason: string;
  readonly categories: readonly Category[];
  readonly basis: SharingBasis;
  readonly message?: string;
  /** The last day for an answer, from the agreement's terms. */
  readonly answerDueOn: Day;
  readonly on: Day;
};

export type ReferralEvent =
  | Event<'ReferredToNav', Referral & { readonly wantedHelp: string }>
  | Event<'ReferredToOt', Referral>
  | Event<'ReferredToPpt', Referral>
  | Event<'ReferredToMunicipalService', Referral & { readonly service: string }>
  | Event<'ReferralAccepted', { readonly referralId: string; readonly by: SharingAgency; readonly handlerId?: string; readonly on: Day }>
  | Event<
      'ReferralReturned',
      { readonly referralId: string; readonly by: SharingAgency; readonly reason: string; readonly advice?: string; readonly on: Day }
    >
  | Event<
      'ReferralInformationRequested',
      { readonly referralId: string; readonly by: SharingAgency; readonly question: string; readonly on: Day }
    >
  | Event<
      'ReferralInformationGiven',
      { readonly referralId: string; readonly by: SharingAgency; readonly answer: string; readonly on: Day }
    >
  | Event<'ReferralWithdrawn', { readonly referralId: string; readonly reason?: string; readonly on: Day }>;

const receivers = ['OT', 'NAV', 'PPT', 'KOM'] as const;
const senders = ['OT', 'NAV', 'KOM', 'SCH', 'BV'] as const;

export const referralEvents: Catalogue<ReferralEvent> = {
  ReferredToNav: {
    term: 'henvist til NAV',
    mayAppend: ['OT', 'KOM', 'SCH'],
    category: 'follow-up',
    sensitivity: 'S2',
    personal: ['message'],
    schemaVersion: 1,
  },
  ReferredToOt: {
    term: 'meldt til OT',
    mayAppend: ['NAV', 'SCH', 'KOM', 'BV'],
    category: 'follow-up',
    sensitivity: 'S2',
    personal: ['message'],
    schemaVersion: 1,
  },
  ReferredToPpt: {
    term: 'henvist til PPT',
    mayAppend: ['OT', 'SCH'],
    category: 'education',
    sensitivity: 'S2',
    personal: ['message'],
    schemaVersion: 1,
  },
  ReferredToMunicipalService: {
    term: 'henvist til kommunal tjeneste',
    mayAppend: ['OT', 'NAV', 'KOM'],
    category: 'follow-up',
    sensitivity: 'S2',
    personal: ['message'],
    schemaVersion: 1,
  },
  ReferralAccepted: {
    term: 'henvisning akseptert',
    mayAppend: receivers,
    category: 'follow-up',
    sensitivity: 'S1',
    personal: [],
    schemaVersion: 1,
  },
  ReferralReturned: {
    term: 'henvisning returnert',
    mayAppend: receivers,
    category: 'follow-up',
    sensitivity: 'S1',
    personal: ['advice'],
    schemaVersion: 1,
  },
  ReferralInformationRequested: {
    term: 'flere opplysninger etterspurt',
    mayAppend: receivers,
    category: 'follow-up',
    sensitivity: 'S2',
    personal: ['question'],
    schemaVersion: 1,
  },
  ReferralInformationGiven: {
    term: 'flere opplysninger gitt',
    mayAppend: senders,
    category: 'follow-up',
    sensitivity: 'S2',
    personal: ['answer'],
    schemaVersion: 1,
  },
  ReferralWithdrawn: {
    term: 'henvisning trukket',
    mayAppend: senders,
    category: 'follow-up',
    sensitivity: 'S1',
    personal: ['reason'],
    schemaVersion: 1,
  },
};
