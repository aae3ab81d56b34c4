import type { Anchor } from './agreement.events.js';
import type { AdaptableTerms, Terms } from './terms.js';
import type { Agency } from '../kernel/agency.js';
import type { Day } from '../kernel/day.js';
import type { Command } from '../kernel/decider.js';
import type { ContactPerson, ContactRole } from '../youth/contact-persons/contact-persons.events.js';

export type AgreementCommand =
  | Command<
      'SignAgreement',
      {
        readonly county: string;
        readonly parties: readonly Agency[];
        readonly level: 'overarching' | 'operational';
        readonly from: Day;
        readonly to: Day;
        readonly terms: Terms;
      }
    >
  | Command<'NameFixedContactPerson', ContactPerson & { readonly municipality: string; readonly role: ContactRole }>
  | Command<'ReleaseFixedContactPerson', { readonly municipality: string; readonly role: ContactRole }>
  | Command<'ProposeLocalAdaptation', { readonly municipality: string; readonly changes: AdaptableTerms; readonly from: Day }>
  | Command<'AnchorLocalAdaptation', { readonly adaptationId: string; readonly anchor: Anchor }>
  | Command<'ApproveLocalAdaptation', { readonly adaptationId: string }>
  | Command<'TerminateAgreement', { readonly reason: string }>;
