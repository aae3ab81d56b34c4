import type { Day } from '../../kernel/day.js';
import type { Command } from '../../kernel/decider.js';
import type { MeasureOutcome } from './measures.events.js';

export type MeasuresCommand =
  | Command<'RegisterWithNav', { readonly kind: 'jobseeker' | 'follow-up' }>
  | Command<'DecideNeedsAssessment', { readonly effortGroup: string; readonly mainGoal: string; readonly youthGuarantee: boolean }>
  | Command<'StartYouthGuarantee', { readonly contactPersonId: string }>
  | Command<'AgreeActivityPlan', { readonly activities: string }>
  | Command<
      'GrantNavMeasure',
      {
        readonly measure: string;
        readonly organiser?: string;
        readonly from: Day;
        readonly to: Day;
        /** NAV has looked at what the municipality and county offer (TILT § 7-6). */
        readonly countyOfferAssessed?: boolean;
        /** Arranged together with the county (TILT § 7-3, exception for letter d). */
        readonly countyPartnership?: boolean;
        /** A ground for a longer measure; codes/nav-measures.ts. */
        readonly ground?: string;
      }
    >
  | Command<'StartNavMeasure', { readonly measureId: string; readonly percent: number }>
  | Command<
      'ReviewNavMeasure',
      { readonly measureId: string; readonly outcome: 'as-planned' | 'adjust' | 'end'; readonly assessment?: string }
    >
  | Command<'ExtendNavMeasure', { readonly measureId: string; readonly to: Day; readonly ground?: string }>
  | Command<'EndNavMeasure', { readonly measureId: string; readonly outcome: MeasureOutcome }>
  | Command<'StartCountyMeasure', { readonly place: string; readonly curriculumGoals: boolean; readonly usesRight: boolean }>
  | Command<'EndCountyMeasure', { readonly measureId: string; readonly outcome: MeasureOutcome }>
  /** Counts as the signature of the agency that proposes. */
  | Command<'ProposeCombinedMeasure', { readonly countyPart: string; readonly navPart: string; readonly from: Day; readonly to: Day }>
  | Command<'SignCombinedMeasure', { readonly measureId: string }>
  | Command<'StartCombinedMeasure', { readonly measureId: string }>
  | Command<'EndCombinedMeasure', { readonly measureId: string; readonly outcome: MeasureOutcome }>;
