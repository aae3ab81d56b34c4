import type { Day } from '../../kernel/day.js';
import type { StatusEvent } from './status.events.js';

export interface StatusChange {
  readonly code: string;
  readonly from: Day;
}

export interface StatusState {
  /** In order of their first day; of two on the same day the later recorded one stands last. */
  readonly changes: readonly StatusChange[];
}

export const noStatus: StatusState = { changes: [] };

/** The Udir code that holds on the day. */
export const statusOn = ({ changes }: StatusState, day: Day): string | undefined => changes.findLast(({ from }) => from <= day)?.code;

/** The changes with a first day between two days, both included. */
export const changesWithin = ({ changes }: StatusState, since: Day, until: Day): readonly StatusChange[] =>
  changes.filter(({ from }) => since <= from && from <= until);

export const evolveStatus = (state: StatusState, { type, data }: StatusEvent): StatusState => {
  switch (type) {
    case 'OtStatusChanged': {
      const later = state.changes.findIndex(({ from }) => from > data.from);
      const at = later === -1 ? state.changes.length : later;
      return { changes: state.changes.toSpliced(at, 0, { code: data.code, from: data.from }) };
    }
  }
};
