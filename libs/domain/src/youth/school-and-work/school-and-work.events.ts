import type { Catalogue } from '../../kernel/catalogue.js';
import type { Day } from '../../kernel/day.js';
import type { Event } from '../../kernel/decider.js';

export type DeadlineKind = 'feb1' | 'mar1' | 'late' | 'via-ot';

/** What a youth has reached: basic competence (grunnkompetanse), vocational competence or study competence. */
export type CompletedCompetence = 'basic' | 'vocational' | 'study';

export type SchoolAndWorkEvent =
  | Event<
      'SchoolApplicationSubmitted',
      { readonly applicationId: string; readonly deadlineKind: DeadlineKind; readonly programmes: readonly string[]; readonly on: Day }
    >
  | Event<'SchoolPlaceOffered', { readonly offerId: string; readonly place: string; readonly programme: string; readonly on: Day }>
  | Event<'SchoolPlaceDeclined', { readonly offerId: string; readonly on: Day }>
  | Event<'SchoolStarted', { readonly school: string; readonly programme: string; readonly private: boolean; readonly on: Day }>
  | Event<'SchoolNoShow', { readonly school: string; readonly on: Day }>
  | Event<'SchoolInterrupted', { readonly cause: string; readonly note?: string; readonly on: Day }>
  | Event<'SchoolCompleted', { readonly competence: CompletedCompetence; readonly on: Day }>
  | Event<
      'ApprenticeshipStarted',
      { readonly contractKind: 'apprentice' | 'trainee' | 'practice-certificate'; readonly trade: string; readonly on: Day }
    >
  | Event<'ApprenticeshipTerminated', { readonly cause: string; readonly on: Day }>
  | Event<'EmploymentStarted', { readonly percent: number; readonly source: 'youth' | 'register' | 'employer'; readonly from: Day }>
  | Event<'EmploymentEnded', { readonly on: Day }>
  | Event<'MilitaryServiceRegistered', { readonly from: Day; readonly to?: Day }>;

const school = { mayAppend: ['SCH', 'OT'], category: 'education', sensitivity: 'S1', personal: [], schemaVersion: 1 } as const;
const work = { mayAppend: ['OT', 'NAV', 'Y'], category: 'work-and-measures', sensitivity: 'S1', personal: [], schemaVersion: 1 } as const;

export const schoolAndWorkEvents: Catalogue<SchoolAndWorkEvent> = {
  SchoolApplicationSubmitted: { ...school, term: 'søkt skoleplass', mayAppend: ['SCH', 'OT', 'Y'] },
  SchoolPlaceOffered: { ...school, term: 'tilbud om skoleplass', mayAppend: ['SCH'] },
  SchoolPlaceDeclined: { ...school, term: 'takket nei til skoleplass', mayAppend: ['SCH', 'Y'] },
  SchoolStarted: { ...school, term: 'skolestart' },
  SchoolNoShow: { ...school, term: 'ikke møtt', mayAppend: ['SCH'] },
  SchoolInterrupted: { ...school, term: 'avbrudd', sensitivity: 'S2', personal: ['note'] },
  SchoolCompleted: { ...school, term: 'fullført', mayAppend: ['SCH'] },
  ApprenticeshipStarted: { ...school, term: 'lære startet' },
  ApprenticeshipTerminated: { ...school, term: 'lærekontrakt hevet' },
  EmploymentStarted: { ...work, term: 'i arbeid' },
  EmploymentEnded: { ...work, term: 'sluttet i arbeid' },
  MilitaryServiceRegistered: { ...work, term: 'førstegangstjeneste', mayAppend: ['OT', 'Y'] },
};
