import type { Catalogue } from '../../kernel/catalogue.js';
import type { Day } from '../../kernel/day.js';
import type { Event } from '../../kernel/decider.js';

/** Why a youth is enrolled with OT (tilmeldingsårsak); codes/enrolment-reasons.ts. */
export type EnrolmentReason = 'not_applied' | 'declined' | 'no_show' | 'quit' | 'no_apprenticeship' | 'other';
export type CloseReason = 'age' | 'competence' | 'moved' | 'mistake' | 'in_school' | 'in_work';

export type TargetGroupEvent =
  | Event<'YouthStreamOpened', { readonly birthDate: Day; readonly municipality: string; readonly on: Day }>
  | Event<'IdentityLinked', { readonly identType: string; readonly identityNumber: string; readonly name: string; readonly on: Day }>
  | Event<'ContactDetailsRecorded', { readonly phone?: string; readonly email?: string; readonly address?: string; readonly on: Day }>
  | Event<'ResidenceChanged', { readonly municipality: string; readonly from: Day }>
  | Event<
      'GuardianRegistered',
      {
        readonly guardianId: string;
        readonly name: string;
        readonly phone?: string;
        readonly basis: GuardianBasis;
        readonly from: Day;
        readonly to?: Day;
      }
    >
  | Event<
      'TargetGroupMembershipOpened',
      {
        readonly reason: EnrolmentReason;
        readonly schoolYear: string;
        /** The last day of membership by age, under the law of the day it was opened. */
        readonly until: Day;
        readonly reentry: boolean;
        /** Terms of the agreement that the case is run under. */
        readonly termsVersion?: string;
        /** By when the first contact attempt (R14) and the written information (R09) are due, by those terms. */
        readonly firstContactDueOn?: Day;
        readonly informationDueOn?: Day;
        readonly on: Day;
      }
    >
  | Event<'TargetGroupMembershipClosed', { readonly reason: CloseReason; readonly on: Day }>
  | Event<'PreventiveCaseOpened', { readonly level: 'lower-secondary' | 'upper-secondary'; readonly trigger: string; readonly on: Day }>;

export type GuardianBasis = 'parental-responsibility' | 'guardianship' | 'care-order';

export const targetGroupEvents: Catalogue<TargetGroupEvent> = {
  YouthStreamOpened: {
    term: 'mappe opprettet',
    mayAppend: ['OT', 'NAV', 'KOM', 'SYS'],
    category: 'identity',
    sensitivity: 'S1',
    personal: [],
    schemaVersion: 1,
  },
  IdentityLinked: {
    term: 'ident koblet',
    mayAppend: ['OT', 'NAV', 'KOM', 'SYS'],
    category: 'identity',
    sensitivity: 'S2',
    personal: ['identityNumber', 'name'],
    schemaVersion: 1,
  },
  ContactDetailsRecorded: {
    term: 'kontaktopplysninger registrert',
    mayAppend: ['OT', 'NAV', 'KOM', 'Y', 'SYS'],
    category: 'identity',
    sensitivity: 'S1',
    personal: ['phone', 'email', 'address'],
    schemaVersion: 1,
  },
  ResidenceChanged: {
    term: 'flyttet',
    mayAppend: ['OT', 'NAV', 'SYS'],
    category: 'identity',
    sensitivity: 'S1',
    personal: [],
    schemaVersion: 1,
  },
  GuardianRegistered: {
    term: 'foresatt registrert',
    mayAppend: ['OT', 'NAV', 'SYS'],
    category: 'family',
    sensitivity: 'S2',
    personal: ['name', 'phone'],
    schemaVersion: 1,
  },
  TargetGroupMembershipOpened: {
    term: 'tilmeldt OT',
    mayAppend: ['OT', 'SYS'],
    category: 'follow-up',
    sensitivity: 'S1',
    personal: [],
    schemaVersion: 1,
  },
  TargetGroupMembershipClosed: {
    term: 'avmeldt OT',
    mayAppend: ['OT', 'SYS'],
    category: 'follow-up',
    sensitivity: 'S1',
    personal: [],
    schemaVersion: 1,
  },
  PreventiveCaseOpened: {
    term: 'forebyggende sak',
    mayAppend: ['OT', 'SCH'],
    category: 'education',
    sensitivity: 'S1',
    personal: ['trigger'],
    schemaVersion: 1,
  },
};
