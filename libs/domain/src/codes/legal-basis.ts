import type { SharingAgency } from '../kernel/agency.js';
import type { Category } from '../kernel/catalogue.js';
import type { Period } from '../kernel/day.js';

/** Who may receive information: an agency, or the guardians. */
export type SharingRecipient = SharingAgency | 'guardian';

/** A provision that lets an agency share confidential information without consent. */
export interface StatutoryBasis {
  readonly code: string;
  /** The provision as it is cited. */
  readonly title: string;
  readonly source: string;
  /** The days it is in force; absent for adopted law that is not in force yet. */
  readonly validity?: Period;
  /** Agencies that may share under it. */
  readonly senders: readonly SharingAgency[];
  readonly recipients: readonly SharingRecipient[];
  readonly categories: readonly Category[];
  /** What else must be true; the one who shares answers for it. */
  readonly needs: string;
  /** A duty that nothing may block: no missing consent, no missing agreement (R43). */
  readonly neverBlocked?: true;
  /** What of this row is our reading of the provision. */
  readonly reading?: string;
}
