import type { Day } from '../../kernel/day.js';
import type { MeasuresEvent } from './measures.events.js';
import type { DataOf } from '../../kernel/decider.js';

/** A measure with its life; NAV's has a code, the county's and combined ones have none. */
export interface Measure {
  readonly measureId: string;
  readonly kind: 'NAV' | 'county' | 'combined';
  readonly code?: string;
  readonly from: Day;
  readonly to?: Day;
  readonly startedOn?: Day;
  readonly endedOn?: Day;
  readonly lastReviewOn?: Day;
  /** Why it may last longer than its ordinary time, as said when it was granted or extended. */
  readonly grounds: readonly string[];
  /** Agencies that have signed a combined measure. */
  readonly signedBy: readonly ('OT' | 'NAV')[];
}

export interface MeasuresState {
  /** The first day, and as what the youth is registered now. */
  readonly registeredWithNavOn?: Day;
  readonly registeredAs?: 'jobseeker' | 'follow-up';
  readonly assessments: readonly { readonly on: Day; readonly effortGroup: string }[];
  readonly youthGuaranteeFrom?: Day;
  readonly measures: readonly Measure[];
}

export const noMeasures: MeasuresState = { assessments: [], measures: [] };

export const findMeasureById = ({ measures }: MeasuresState, id: string): Measure | undefined =>
  measures.find(({ measureId }) => measureId === id);

/** Whether the youth takes part in a measure of this kind on the day. */
export const isRunning = ({ startedOn, endedOn }: Measure, day: Day): boolean =>
  startedOn !== undefined && startedOn <= day && (endedOn === undefined || day <= endedOn);

const earlier = (known: Day | undefined, day: Day): Day => (known !== undefined && known < day ? known : day);
const later = (known: Day | undefined, day: Day): Day => (known !== undefined && known > day ? known : day);

const groundsIn = ({ ground }: { readonly ground?: string }): readonly string[] => (ground === undefined ? [] : [ground]);

const granted = (data: DataOf<MeasuresEvent, 'NavMeasureGranted'>): Measure => {
  const { measureId, measure, from, to } = data;
  return { measureId, kind: 'NAV', code: measure, from, to, grounds: groundsIn(data), signedBy: [] };
};

const added = (state: MeasuresState, measure: Measure): MeasuresState => ({ ...state, measures: [...state.measures, measure] });

const changed = (state: MeasuresState, id: string, change: (measure: Measure) => Partial<Measure>): MeasuresState => ({
  ...state,
  measures: state.measures.map((measure) => (measure.measureId === id ? { ...measure, ...change(measure) } : measure)),
});

export const evolveMeasures = (state: MeasuresState, { type, data }: MeasuresEvent): MeasuresState => {
  switch (type) {
    case 'NavRegistrationCompleted':
      return { ...state, registeredWithNavOn: earlier(state.registeredWithNavOn, data.on), registeredAs: data.kind };
    case 'NeedsAssessmentDecided':
      return { ...state, assessments: [...state.assessments, { on: data.on, effortGroup: data.effortGroup }] };
    case 'YouthGuaranteeStarted':
      return { ...state, youthGuaranteeFrom: data.from };
    case 'ActivityPlanAgreed':
      return state;
    case 'NavMeasureGranted':
      return added(state, granted(data));
    case 'NavMeasureReviewed':
      return changed(state, data.measureId, ({ lastReviewOn }) => ({ lastReviewOn: later(lastReviewOn, data.on) }));
    case 'NavMeasureExtended':
      return changed(state, data.measureId, ({ grounds }) => ({ to: data.to, grounds: [...grounds, ...groundsIn(data)] }));
    case 'NavMeasureStarted':
    case 'CombinedMeasureStarted':
      return changed(state, data.measureId, () => ({ startedOn: data.on }));
    case 'NavMeasureEnded':
    case 'CountyMeasureEnded':
    case 'CombinedMeasureEnded':
      return changed(state, data.measureId, () => ({ endedOn: data.on }));
    case 'CountyMeasureStarted':
      return added(state, { measureId: data.measureId, kind: 'county', from: data.on, startedOn: data.on, grounds: [], signedBy: [] });
    case 'CombinedMeasureProposed':
      return added(state, { measureId: data.measureId, kind: 'combined', from: data.from, to: data.to, grounds: [], signedBy: [data.by] });
    case 'CombinedMeasureSigned':
      return changed(state, data.measureId, ({ signedBy }) => ({ signedBy: [...signedBy, data.by] }));
  }
};
