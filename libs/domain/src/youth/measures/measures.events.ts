import type { Catalogue } from '../../kernel/catalogue.js';
import type { Day } from '../../kernel/day.js';
import type { Event } from '../../kernel/decider.js';

export type MeasureOutcome = 'completed' | 'quit' | 'work' | 'school';

export type MeasuresEvent =
  | Event<'NavRegistrationCompleted', { readonly kind: 'jobseeker' | 'follow-up'; readonly on: Day }>
  | Event<
      'NeedsAssessmentDecided',
      {
        readonly assessmentId: string;
        readonly effortGroup: string;
        readonly mainGoal: string;
        readonly youthGuarantee: boolean;
        readonly on: Day;
      }
    >
  | Event<'YouthGuaranteeStarted', { readonly contactPersonId: string; readonly from: Day }>
  | Event<'ActivityPlanAgreed', { readonly planId: string; readonly activities: string; readonly from: Day }>
  | Event<
      'NavMeasureGranted',
      {
        readonly measureId: string;
        /** Tiltakskode; codes/nav-measures.ts. */
        readonly measure: string;
        readonly organiser?: string;
        readonly from: Day;
        readonly to: Day;
        readonly countyOfferAssessed?: boolean;
        /** Arranged together with the county (TILT § 7-3, exception for letter d). */
        readonly countyPartnership?: boolean;
        /** Why it may last longer than its ordinary time; codes/nav-measures.ts. */
        readonly ground?: string;
        readonly on: Day;
      }
    >
  | Event<'NavMeasureStarted', { readonly measureId: string; readonly percent: number; readonly on: Day }>
  | Event<'NavMeasureReviewed', { readonly measureId: string; readonly outcome: string; readonly assessment?: string; readonly on: Day }>
  | Event<'NavMeasureExtended', { readonly measureId: string; readonly to: Day; readonly ground?: string; readonly on: Day }>
  | Event<'NavMeasureEnded', { readonly measureId: string; readonly outcome: MeasureOutcome; readonly on: Day }>
  | Event<
      'CountyMeasureStarted',
      {
        readonly measureId: string;
        readonly place: string;
        readonly curriculumGoals: boolean;
        readonly usesRight: boolean;
        readonly on: Day;
      }
    >
  | Event<'CountyMeasureEnded', { readonly measureId: string; readonly outcome: MeasureOutcome; readonly on: Day }>
  | Event<
      'CombinedMeasureProposed',
      {
        readonly measureId: string;
        readonly by: 'OT' | 'NAV';
        readonly countyPart: string;
        readonly navPart: string;
        readonly from: Day;
        readonly to: Day;
        readonly on: Day;
      }
    >
  | Event<'CombinedMeasureSigned', { readonly measureId: string; readonly by: 'OT' | 'NAV'; readonly on: Day }>
  | Event<'CombinedMeasureStarted', { readonly measureId: string; readonly on: Day }>
  | Event<'CombinedMeasureEnded', { readonly measureId: string; readonly outcome: MeasureOutcome; readonly on: Day }>;

const nav = { mayAppend: ['NAV'], category: 'work-and-measures', personal: [], schemaVersion: 1 } as const;
const county = { mayAppend: ['OT', 'SCH'], category: 'education', sensitivity: 'S1', personal: [], schemaVersion: 1 } as const;
const combined = { mayAppend: ['OT', 'NAV'], category: 'work-and-measures', sensitivity: 'S1', personal: [], schemaVersion: 1 } as const;

export const measuresEvents: Catalogue<MeasuresEvent> = {
  NavRegistrationCompleted: { ...nav, term: 'registrert hos NAV', sensitivity: 'S1' },
  NeedsAssessmentDecided: { ...nav, term: 'oppfølgingsvedtak § 14 a', category: 'needs-assessment', sensitivity: 'S3' },
  YouthGuaranteeStarted: { ...nav, term: 'ungdomsgaranti', sensitivity: 'S1' },
  ActivityPlanAgreed: { ...nav, mayAppend: ['NAV', 'Y'], term: 'aktivitetsplan', sensitivity: 'S2', personal: ['activities'] },
  NavMeasureGranted: { ...nav, term: 'tiltak innvilget', sensitivity: 'S1', personal: ['organiser'] },
  NavMeasureStarted: { ...nav, term: 'NAV-tiltak startet', sensitivity: 'S1' },
  NavMeasureReviewed: { ...nav, term: 'tiltak vurdert', sensitivity: 'S2', personal: ['assessment'] },
  NavMeasureExtended: { ...nav, term: 'tiltak forlenget', sensitivity: 'S1' },
  NavMeasureEnded: { ...nav, term: 'NAV-tiltak avsluttet', sensitivity: 'S1' },
  CountyMeasureStarted: { ...county, term: 'fylkeskommunalt tiltak startet' },
  CountyMeasureEnded: { ...county, term: 'fylkeskommunalt tiltak avsluttet' },
  CombinedMeasureProposed: { ...combined, term: 'kombinasjonstiltak foreslått' },
  CombinedMeasureSigned: { ...combined, term: 'kombinasjonstiltak signert' },
  CombinedMeasureStarted: { ...combined, term: 'kombinasjonstiltak startet' },
  CombinedMeasureEnded: { ...combined, term: 'kombinasjonstiltak avsluttet' },
};
