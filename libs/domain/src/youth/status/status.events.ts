import type { Catalogue } from '../../kernel/catalogue.js';
import type { Day } from '../../kernel/day.js';
import type { Event } from '../../kernel/decider.js';

/** What a status rests on: OT's own assessment, a register, or the list that was taken over when the hub started. */
export type StatusBasis = 'assessed' | 'register' | 'taken-over';

export type StatusEvent = Event<
  'OtStatusChanged',
  {
    /** Udir code, e.g. `OTUK`; codes/ot-status.ts. */
    readonly code: string;
    /** The code set in force on the day, by its first day of validity. */
    readonly codeSet: Day;
    readonly previous?: string;
    readonly basis: StatusBasis;
    readonly from: Day;
  }
>;

export const statusEvents: Catalogue<StatusEvent> = {
  OtStatusChanged: {
    term: 'OT-status endret',
    mayAppend: ['OT'],
    category: 'follow-up',
    sensitivity: 'S1',
    personal: [],
    schemaVersion: 1,
  },
};
