import type { Day } from '../../kernel/day.js';
import type { Command } from '../../kernel/decider.js';
import type { CloseReason, EnrolmentReason, GuardianBasis } from './target-group.events.js';

/** The competence a youth has reached in upper secondary education. */
export type Competence = 'none' | 'basic' | 'vocational' | 'study';

/** What is known when a youth is enrolled with OT. */
export type Enrolment = {
  readonly reason: EnrolmentReason;
  /** Grunnskole or equivalent completed, so that the right under OPL § 5-1 exists (R02). */
  readonly lowerSecondaryCompleted: boolean;
  readonly competence: Competence;
};

export type TargetGroupCommand =
  | Command<
      'RegisterYouth',
      {
        readonly identityNumber: string;
        readonly name: string;
        readonly birthDate: Day;
        readonly municipality: string;
        readonly phone?: string;
        readonly email?: string;
        readonly address?: string;
        /** Enrols the youth with OT at once; only OT may. */
        readonly enrolment?: Enrolment;
      }
    >
  | Command<'OpenMembership', Enrolment>
  | Command<'CloseMembership', { readonly reason: CloseReason }>
  | Command<'OpenPreventiveCase', { readonly level: 'lower-secondary' | 'upper-secondary'; readonly trigger: string }>
  | Command<'RecordContactDetails', { readonly phone?: string; readonly email?: string; readonly address?: string }>
  | Command<'ChangeResidence', { readonly municipality: string }>
  | Command<'RegisterGuardian', { readonly name: string; readonly phone?: string; readonly basis: GuardianBasis; readonly to?: Day }>;
