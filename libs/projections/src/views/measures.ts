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

const begun = ({ type, data, metadata }: RecordedEvent): CurrentMeasure | undefined => {
  switch (type) {
    case 'NavMeasureGranted':
      return { measureId: data.measureId, kind: 'NAV', agencies: ['NAV'], code: data.measure, from: data.from, to: data.to };
    case 'CombinedMeasureProposed':
      return { measureId: data.measureId, kind: 'combined', agencies: ['OT', 'NAV'], from: data.from, to: data.to };
    case 'CountyMeasureStarted':
      return { measureId: data.measureId, kind: 'county', agencies: [metadata.ownerAgency], from: data.on, startedOn: data.on };
    default:
      return undefined;
  }
};

/** The measures that have not ended, after an event. */
export const reduceMeasures = (measures: readonly CurrentMeasure[], event: RecordedEvent): readonly CurrentMeasure[] => {
  const { type, data } = event;
  switch (type) {
    case 'NavMeasureExtended':
      return changed(measures, data.measureId, { to: data.to });
    case 'NavMeasureStarted':
    case 'CombinedMeasureStarted':
      return changed(measures, data.measureId, { startedOn: data.on });
    case 'NavMeasureEnded':
    case 'CountyMeasureEnded':
    case 'CombinedMeasureEnded':
      return measures.filter(({ measureId }) => measureId !== data.measureId);
    default: {
      const measure = begun(event);
      return measure ? [...measures, measure] : measures;
    }
  }
};
