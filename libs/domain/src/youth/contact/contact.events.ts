import type { Catalogue } from '../../kernel/catalogue.js';
import type { Day } from '../../kernel/day.js';
import type { Event } from '../../kernel/decider.js';

/** How a youth is contacted (kanal); codes/contact-channels.ts. */
export type Channel = 'phone' | 'sms' | 'email' | 'letter' | 'digital' | 'visit' | 'social';
export type AttemptOutcome = 'no-answer' | 'wrong-number' | 'message-left' | 'sent' | 'returned' | 'not-at-home';

export type ContactEvent =
  | Event<
      'WrittenInformationSent',
      {
        readonly template: string;
        readonly channel: Channel;
        readonly guardianCopy: boolean;
        readonly exemption?: GuardianCopyExemption;
        readonly on: Day;
      }
    >
  | Event<
      'ContactAttempted',
      {
        readonly attemptId: string;
        readonly channel: Channel;
        readonly outcome: AttemptOutcome;
        readonly template?: string;
        readonly note?: string;
        readonly on: Day;
      }
    >
  | Event<'NoticeOpened', { readonly attemptId: string; readonly on: Day }>
  | Event<'SecondNoticeSent', { readonly attemptId: string; readonly channel: Channel; readonly on: Day }>
  | Event<'ContactEstablished', { readonly channel: Channel; readonly with: 'youth' | 'guardian'; readonly on: Day }>
  | Event<'NotReachedDeclared', { readonly attempts: number; readonly channels: number; readonly nextRoundOn: Day; readonly on: Day }>
  | Event<'FollowUpDeclined', { readonly statedBy: 'youth' | 'guardian'; readonly informedOfReturn: boolean; readonly on: Day }>
  | Event<'FollowUpRequested', { readonly wish?: string; readonly on: Day }>
  | Event<'GuidanceTalkHeld', { readonly topics: readonly string[]; readonly summary?: string; readonly on: Day }>;

/** Why the guardians of a minor do not get a copy: confidential under other law (OPF § 8-3), or no guardian can be found. */
export type GuardianCopyExemption = 'confidential' | 'no-guardian-known' | 'care-order';

const byContacters = ['OT', 'NAV', 'KOM'] as const;

export const contactEvents: Catalogue<ContactEvent> = {
  WrittenInformationSent: {
    term: 'skriftlig informasjon sendt',
    mayAppend: ['OT'],
    category: 'contact',
    sensitivity: 'S1',
    personal: [],
    schemaVersion: 1,
  },
  ContactAttempted: {
    term: 'kontaktforsøk',
    mayAppend: byContacters,
    category: 'contact',
    sensitivity: 'S1',
    personal: ['note'],
    schemaVersion: 1,
  },
  NoticeOpened: { term: 'varsel åpnet', mayAppend: ['SYS', 'OT'], category: 'contact', sensitivity: 'S1', personal: [], schemaVersion: 1 },
  SecondNoticeSent: {
    term: 'nytt varsel sendt',
    mayAppend: ['SYS', 'OT'],
    category: 'contact',
    sensitivity: 'S1',
    personal: [],
    schemaVersion: 1,
  },
  ContactEstablished: {
    term: 'kontakt oppnådd',
    mayAppend: byContacters,
    category: 'contact',
    sensitivity: 'S1',
    personal: [],
    schemaVersion: 1,
  },
  NotReachedDeclared: {
    term: 'ikke oppnådd kontakt',
    mayAppend: ['OT'],
    category: 'contact',
    sensitivity: 'S1',
    personal: [],
    schemaVersion: 1,
  },
  FollowUpDeclined: {
    term: 'takket nei til oppfølging',
    mayAppend: ['OT', 'Y'],
    category: 'follow-up',
    sensitivity: 'S1',
    personal: [],
    schemaVersion: 1,
  },
  FollowUpRequested: {
    term: 'ønsker oppfølging',
    mayAppend: ['OT', 'NAV', 'Y'],
    category: 'follow-up',
    sensitivity: 'S1',
    personal: ['wish'],
    schemaVersion: 1,
  },
  GuidanceTalkHeld: {
    term: 'veiledningssamtale',
    mayAppend: ['OT', 'NAV'],
    category: 'follow-up',
    sensitivity: 'S2',
    personal: ['summary'],
    schemaVersion: 1,
  },
};
