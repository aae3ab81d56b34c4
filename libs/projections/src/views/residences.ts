import type { Day } from '@samspor/domain';
import type { RecordedEvent } from '../view.js';

/** Where a youth lives from a day on. */
export interface Residence {
  readonly municipality: string;
  readonly from: Day;
}

/** Where a youth has lived, in order of the days. */
export const reduceResidences = (residences: readonly Residence[], event: RecordedEvent): readonly Residence[] => {
  switch (event.type) {
    case 'YouthStreamOpened':
      return [{ municipality: event.data.municipality, from: event.data.on }];
    case 'ResidenceChanged':
      return [...residences, { municipality: event.data.municipality, from: event.data.from }].toSorted((a, b) =>
        a.from < b.from ? -1 : a.from > b.from ? 1 : 0,
      );
    default:
      return residences;
  }
};
