import type { AdaptableTerms, Terms } from './terms.js';
import type { Agency } from '../kernel/agency.js';
import type { Catalogue } from '../kernel/catalogue.js';
import type { Day } from '../kernel/day.js';
import type { Event } from '../kernel/decider.js';
import type { ContactPerson, ContactRole } from '../youth/contact-persons/contact-persons.events.js';

/** Who must anchor a local routine (SEED4 s. 25): the school's principal and NAV's service-area leader. */
export const anchors = ['principal', 'nav-service-area-leader'] as const;
export type Anchor = (typeof anchors)[number];

export type AgreementEvent =
  | Event<
      'AgreementSigned',
      {
        readonly agreementId: string;
        readonly county: string;
        readonly parties: readonly Agency[];
        readonly level: 'overarching' | 'operational';
        readonly from: Day;
        readonly to: Day;
        readonly terms: Terms;
        readonly on: Day;
      }
    >
  | Event<'FixedContactPersonNamed', ContactPerson & { readonly municipality: string; readonly role: ContactRole; readonly from: Day }>
  | Event<
      'FixedContactPersonReleased',
      { readonly municipality: string; readonly role: ContactRole; readonly personId: string; readonly on: Day }
    >
  | Event<
      'LocalAdaptationProposed',
      {
        readonly adaptationId: string;
        readonly municipality: string;
        readonly changes: AdaptableTerms;
        readonly from: Day;
        readonly on: Day;
      }
    >
  | Event<'LocalAdaptationAnchored', { readonly adaptationId: string; readonly anchor: Anchor; readonly on: Day }>
  | Event<
      'LocalAdaptationApproved',
      {
        readonly adaptationId: string;
        readonly municipality: string;
        readonly changes: AdaptableTerms;
        readonly from: Day;
        readonly on: Day;
      }
    >
  | Event<'AgreementTerminated', { readonly reason: string; readonly on: Day }>;

const parties = { category: 'coordination', sensitivity: 'S0', schemaVersion: 1, personal: [] } as const;

export const agreementEvents: Catalogue<AgreementEvent> = {
  AgreementSigned: { ...parties, term: 'samarbeidsavtale inngått', mayAppend: ['ADM'] },
  FixedContactPersonNamed: {
    ...parties,
    term: 'fast kontaktperson utpekt',
    mayAppend: ['OT', 'NAV', 'KOM', 'PPT', 'BV'],
    personal: ['name', 'phone', 'email'],
  },
  FixedContactPersonReleased: { ...parties, term: 'fast kontaktperson fratrådt', mayAppend: ['OT', 'NAV', 'KOM', 'PPT', 'BV'] },
  LocalAdaptationProposed: { ...parties, term: 'lokal tilpasning foreslått', mayAppend: ['ADM', 'OT', 'NAV', 'KOM'] },
  LocalAdaptationAnchored: { ...parties, term: 'lokal tilpasning forankret', mayAppend: ['ADM', 'SCH', 'NAV'] },
  LocalAdaptationApproved: { ...parties, term: 'lokal tilpasning godkjent', mayAppend: ['ADM'] },
  AgreementTerminated: { ...parties, term: 'avtale avsluttet', mayAppend: ['ADM'] },
};
