import type { Agency } from '../../kernel/agency.js';
import type { Catalogue } from '../../kernel/catalogue.js';
import type { Day } from '../../kernel/day.js';
import type { Event } from '../../kernel/decider.js';

/** A corner of the trekant (OT, NAV, KOM), or a contact person of PPT or barnevern when they are involved. */
export const contactRoles = ['OT', 'NAV', 'KOM', 'PPT', 'BV'] as const;
export type ContactRole = (typeof contactRoles)[number];
export const trekantRoles = ['OT', 'NAV', 'KOM'] as const;

/** A professional in a role. Name, phone and e-mail are sealed. */
export type ContactPerson = {
  readonly personId: string;
  readonly unit: string;
  readonly name: string;
  readonly phone?: string;
  readonly email?: string;
};

export type CoordinatorBasis = 'OPL_9_4' | 'child-coordinator' | 'individual-plan' | 'agreement';

export type ContactPersonsEvent =
  | Event<'ContactPersonAssigned', ContactPerson & { readonly role: ContactRole; readonly deputy: boolean; readonly from: Day }>
  | Event<
      'ContactPersonReplaced',
      ContactPerson & { readonly role: ContactRole; readonly previousPersonId: string; readonly handoverNote?: string; readonly from: Day }
    >
  | Event<
      'ContactPersonReleased',
      { readonly role: ContactRole; readonly deputy: boolean; readonly personId: string; readonly reason: string; readonly on: Day }
    >
  | Event<'TrekantCompleted', { readonly on: Day }>
  | Event<
      'CoordinatorAppointed',
      { readonly agency: Agency; readonly personId: string; readonly basis: CoordinatorBasis; readonly on: Day }
    >
  | Event<
      'CoordinationHandOverOffered',
      { readonly from: Agency; readonly to: Agency; readonly personId: string; readonly reason: string; readonly on: Day }
    >
  | Event<'CoordinationHandOverAccepted', { readonly agency: Agency; readonly personId: string; readonly on: Day }>
  | Event<'CoordinationHandOverDeclined', { readonly agency: Agency; readonly reason: string; readonly on: Day }>;

const byRole = ['OT', 'NAV', 'KOM', 'PPT', 'BV'] as const;
/** Agencies that can coordinate the follow-up of a youth (samordningsansvar). */
export const coordinatingAgencies = ['OT', 'NAV', 'KOM'] as const;

export const contactPersonsEvents: Catalogue<ContactPersonsEvent> = {
  ContactPersonAssigned: {
    term: 'kontaktperson utpekt',
    mayAppend: byRole,
    category: 'coordination',
    sensitivity: 'S1',
    personal: ['name', 'phone', 'email'],
    schemaVersion: 1,
  },
  ContactPersonReplaced: {
    term: 'kontaktperson byttet',
    mayAppend: byRole,
    category: 'coordination',
    sensitivity: 'S1',
    personal: ['name', 'phone', 'email', 'handoverNote'],
    schemaVersion: 1,
  },
  ContactPersonReleased: {
    term: 'kontaktperson fratrådt',
    mayAppend: byRole,
    category: 'coordination',
    sensitivity: 'S1',
    personal: ['reason'],
    schemaVersion: 1,
  },
  TrekantCompleted: {
    term: 'trekant etablert',
    mayAppend: ['SYS'],
    category: 'coordination',
    sensitivity: 'S1',
    personal: [],
    schemaVersion: 1,
  },
  CoordinatorAppointed: {
    term: 'koordinator utpekt',
    mayAppend: coordinatingAgencies,
    category: 'coordination',
    sensitivity: 'S1',
    personal: [],
    schemaVersion: 1,
  },
  CoordinationHandOverOffered: {
    term: 'koordinering tilbudt overført',
    mayAppend: coordinatingAgencies,
    category: 'coordination',
    sensitivity: 'S1',
    personal: ['reason'],
    schemaVersion: 1,
  },
  CoordinationHandOverAccepted: {
    term: 'koordinering overtatt',
    mayAppend: coordinatingAgencies,
    category: 'coordination',
    sensitivity: 'S1',
    personal: [],
    schemaVersion: 1,
  },
  CoordinationHandOverDeclined: {
    term: 'overtakelse avslått',
    mayAppend: coordinatingAgencies,
    category: 'coordination',
    sensitivity: 'S1',
    personal: ['reason'],
    schemaVersion: 1,
  },
};
