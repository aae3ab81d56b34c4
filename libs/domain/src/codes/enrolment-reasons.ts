import type { Dated, Labelled } from './dated.js';
import { type Day, covers } from '../kernel/day.js';

/** Why a youth is enrolled with OT (tilmeldingsårsak). */
export interface EnrolmentReasonCode extends Labelled, Dated {
  readonly code: 'not_applied' | 'declined' | 'no_show' | 'quit' | 'no_apprenticeship' | 'other';
  /** The first status must be OTUK, until OT has established contact (R05; KODE 1.1). */
  readonly startsAsUnknown: boolean;
}

const FROM_UDIR = { from: '2011-09-15', source: 'UDIR19, UDIR22; KODE 1.1; SEED1 step 2' } as const;
const BY_US = { from: '2011-09-15', source: 'UDIR19, UDIR22 (under "other"); PROP as a code of its own' } as const;

/** The reasons, in the order of a form. The codes are ours: Udir's were not found. */
export const enrolmentReasons: readonly EnrolmentReasonCode[] = [
  { code: 'not_applied', labelNb: 'Har ikke søkt skoleplass', labelEn: 'Has not applied', startsAsUnknown: true, ...FROM_UDIR },
  { code: 'declined', labelNb: 'Takket nei til skoleplass', labelEn: 'Declined the place', startsAsUnknown: true, ...FROM_UDIR },
  { code: 'no_show', labelNb: 'Møtte ikke ved skolestart', labelEn: 'Did not show up', startsAsUnknown: true, ...FROM_UDIR },
  { code: 'quit', labelNb: 'Sluttet i løpet av skoleåret', labelEn: 'Quit during the school year', startsAsUnknown: true, ...FROM_UDIR },
  { code: 'no_apprenticeship', labelNb: 'Har ikke fått læreplass', labelEn: 'Got no apprenticeship', startsAsUnknown: false, ...BY_US },
  { code: 'other', labelNb: 'Annen årsak', labelEn: 'Other reason', startsAsUnknown: false, ...FROM_UDIR },
];

/** The reason with this code, if it was in use on the day. */
export const findEnrolmentReason = (code: string, day: Day): EnrolmentReasonCode | undefined =>
  enrolmentReasons.find((reason) => reason.code === code && covers(reason, day));
