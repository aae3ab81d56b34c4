import type { Day } from '../../kernel/day.js';
import type { Command } from '../../kernel/decider.js';
import type { CompletedCompetence, DeadlineKind } from './school-and-work.events.js';

export type SchoolAndWorkCommand =
  | Command<'SubmitSchoolApplication', { readonly deadlineKind: DeadlineKind; readonly programmes: readonly string[] }>
  | Command<'OfferSchoolPlace', { readonly place: string; readonly programme: string }>
  | Command<'DeclineSchoolPlace', { readonly offerId: string }>
  | Command<'StartSchool', { readonly school: string; readonly programme: string; readonly private?: boolean }>
  | Command<'RecordSchoolNoShow', { readonly school: string }>
  | Command<'InterruptSchool', { readonly cause: string; readonly note?: string }>
  | Command<'CompleteSchool', { readonly competence: CompletedCompetence }>
  | Command<'StartApprenticeship', { readonly contractKind: 'apprentice' | 'trainee' | 'practice-certificate'; readonly trade: string }>
  | Command<'TerminateApprenticeship', { readonly cause: string }>
  | Command<'StartEmployment', { readonly percent: number; readonly source: 'youth' | 'register' | 'employer' }>
  | Command<'EndEmployment', Readonly<Record<never, never>>>
  | Command<'RegisterMilitaryService', { readonly to?: Day }>;
