import type { Agency, Day } from '@samspor/domain';
import type { RecordedEvent } from '../view.js';

/** A measure that is granted or agreed and has not ended. */
export interface CurrentMeasure {
  readonly measureId: string;
  readonly kind: 'NAV' | 'county' | 'combined';
  /** Who runs it. */
  readonly agencies: readonly Agency[];
  /** Tiltakskode, for NAV's. */
  readonly code?: string;
  readonly from: Day;
  readonly to?: Day;
  /** Absent until it runs. */
  readonly startedOn?: Day;
}

const changed = (measures: readonly CurrentMeasure[], id: string, change: Partial<CurrentMeasure>): readonly CurrentMeasure[] =>
  measures.map((measure) => (measure.measureId === id ? { ...measure, ...change } : measure));

const begun = (event: RecordedEvent): CurrentMeasure | undefined => {
  switch (event.type) {
    case 'NavMeasureGranted':
      return {
        measureId: event.data.measureId,
        kind: 'NAV',
        agencies: ['NAV'],
        code: event.data.measure,
        from: event.data.from,
        to: event.data.to,
      };
    case 'CombinedMeasureProposed':
      return { measureId: event.data.measureId, kind: 'combined', agencies: ['OT', 'NAV'], from: event.data.from, to: event.data.to };
    case 'CountyMeasureStarted':
      return {
        measureId: event.data.measureId,
        kind: 'county',
        agencies: [event.metadata.ownerAgency],
        from: event.data.on,
        startedOn: event.data.on,
      };
    default:
      return undefined;
  }
};

/** The measures that have not ended, after an event. */
export const reduceMeasures = (measures: readonly CurrentMeasure[], event: RecordedEvent): readonly CurrentMeasure[] => {
  switch (event.type) {
    case 'NavMeasureExtended':
      return changed(measures, event.data.measureId, { to: event.data.to });
    case 'NavMeasureStarted':
    case 'CombinedMeasureStarted':
      return changed(measures, event.data.measureId, { startedOn: event.data.on });
    case 'NavMeasureEnded':
    case 'CountyMeasureEnded':
    case 'CombinedMeasureEnded':
      return measures.filter(({ measureId }) => measureId !== event.data.measureId);
    default: {
      const measure = begun(event);
      return measure ? [...measures, measure] : measures;
    }
  }
};
