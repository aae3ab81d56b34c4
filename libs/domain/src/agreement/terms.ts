import type { Agency } from '../kernel/agency.js';
import type { Day, Period } from '../kernel/day.js';
import type { ContactRole } from '../youth/contact-persons/contact-persons.events.js';

/** When OT has done enough to reach a youth (domain.md § 6; PROP). */
export interface ContactPolicy {
  readonly minAttempts: number;
  readonly minChannels: number;
  /** Working days from the first attempt to the last. */
  readonly minSpanWorkingDays: number;
  readonly oneWritten: boolean;
}

/** An office and the municipalities that it serves, by date. */
export interface Unit extends Period {
  readonly unit: string;
  readonly name: string;
  readonly agency: Agency;
  readonly municipalities: readonly string[];
}

/** What the parties of a cooperation agreement have agreed: data, versioned, never in code. */
export interface Terms {
  /** E.g. `trondelag-2024.1`. */
  readonly version: string;
  readonly contact: ContactPolicy;
  /** Months (1–12) in which a new round of attempts starts for those who were not reached. */
  readonly contactRounds: readonly number[];
  /** Working days from enrolment to the first attempt (R14). */
  readonly firstContactWorkingDays: number;
  /** Days from enrolment to written information (R09, flag). */
  readonly informationDays: number;
  /** Corners that must be filled, and for how many days one may be vacant (R18). */
  readonly trekant: { readonly roles: readonly ContactRole[]; readonly graceDays: number; readonly allowDeputy: boolean };
  /** Days to answer a referral, by receiver (R36). */
  readonly referralAnswerDays: Readonly<Partial<Record<Agency, number>>>;
  readonly consent: { readonly formVersion: string; readonly defaultMonths: number };
  /** Whether pupils, apprentices, employees and soldiers known from a register may leave OTUK without contact (R06). */
  readonly registerProvenStatus: boolean;
  /** A job smaller than this does not take a youth out of the target group (R04). */
  readonly workThresholdPercent: number;
  /** Days that the old county may still append after a youth has moved (R62). */
  readonly transferGraceDays: number;
  readonly evaluationMonths: number;
  readonly units: readonly Unit[];
  /** What a local adaptation may not go below (R54). */
  readonly floors: AdaptableTerms;
}

/** The terms that a municipality may adapt locally. */
export interface AdaptableTerms {
  readonly minAttempts?: number;
  readonly minChannels?: number;
  readonly minSpanWorkingDays?: number;
  readonly firstContactWorkingDays?: number;
  readonly graceDays?: number;
  readonly referralAnswerDays?: number;
}

/** A municipality's fixed contact person: the default for every youth who lives there. */
export interface FixedPerson {
  readonly role: ContactRole;
  readonly personId: string;
  readonly unit: string;
  readonly from: Day;
}

/** Terms as they hold for one municipality on one day. */
export interface TermsInForce {
  readonly terms: Terms;
  /** Absent when no agreement covers the county and day: then `terms` are the defaults (PROP). */
  readonly agreement?: { readonly agreementId: string; readonly parties: readonly Agency[] };
  readonly fixedPersons: readonly FixedPerson[];
}

/** What holds where no agreement is in force. Proposals of ours: no source sets these values (domain.md §§ 6, 10). */
export const defaultTerms: Terms = {
  version: 'default-1',
  contact: { minAttempts: 3, minChannels: 2, minSpanWorkingDays: 10, oneWritten: true },
  contactRounds: [9, 1, 4],
  firstContactWorkingDays: 5,
  informationDays: 14,
  trekant: { roles: ['OT', 'NAV', 'KOM'], graceDays: 14, allowDeputy: true },
  referralAnswerDays: { NAV: 14, OT: 14, PPT: 21, KOM: 14 },
  consent: { formVersion: '1', defaultMonths: 12 },
  registerProvenStatus: true,
  workThresholdPercent: 50,
  transferGraceDays: 30,
  evaluationMonths: 12,
  units: [],
  floors: {},
};
