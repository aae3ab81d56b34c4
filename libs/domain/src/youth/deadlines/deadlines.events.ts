import type { Catalogue } from '../../kernel/catalogue.js';
import type { Day } from '../../kernel/day.js';
import type { Event } from '../../kernel/decider.js';

/** A rule that warns instead of refusing was not met: the fact has happened and stands. */
export type DeadlinesEvent = Event<'DeadlineBreached', { readonly rule: string; readonly code: string; readonly on: Day }>;

export const deadlinesEvents: Catalogue<DeadlinesEvent> = {
  DeadlineBreached: {
    term: 'frist brutt',
    mayAppend: ['SYS'],
    category: 'coordination',
    sensitivity: 'S1',
    personal: [],
    schemaVersion: 1,
  },
};
