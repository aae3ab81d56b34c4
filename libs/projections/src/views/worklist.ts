import type { Day } from '@samspor/domain';
import { type RecordedEvent, type View, byYouth, known } from '../view.js';
import { sharingEvents } from './daily-events.js';
import { type Sentence, sentenceOf } from './deadline-texts.js';
import { type Deadline, reduceDeadlines } from './deadlines.js';
import { type Standing, reduceStanding } from './standing.js';

/** A deadline as a list shows it. */
export interface WorklistDeadline extends Deadline {
  readonly asks: Sentence;
}

/** A youth in the worklists of those who work with it, with what is due; without personal fields. In whose lists, access says. */
export interface WorklistDocument extends Standing {
  readonly youthId: string;
  /** The earliest first. */
  readonly deadlines: readonly WorklistDeadline[];
  readonly nextDueOn?: Day;
}

/** What each asks for; those that stand as before have been asked. */
const asking = (deadlines: readonly Deadline[], before: readonly WorklistDeadline[]): readonly WorklistDeadline[] =>
  deadlines.map((deadline) => before.find((asked) => asked === deadline) ?? { ...deadline, asks: sentenceOf(deadline) });

const reduceWorklist = (before: WorklistDocument, event: RecordedEvent): WorklistDocument => {
  const deadlines = reduceDeadlines(before.deadlines, event);
  const doc = reduceStanding(before, event);
  if (deadlines === before.deadlines) return doc;
  return known({ ...doc, deadlines: asking(deadlines, before.deadlines), nextDueOn: deadlines[0]?.dueOn });
};

/** Youths by id. */
export const worklistView: View<WorklistDocument> = {
  name: 'worklist',
  version: 2,
  atHand: 10_000,
  passesOver: new Set(['GuidanceTalkHeld', 'NoticeOpened', 'SecondNoticeSent', ...sharingEvents]),
  keys: byYouth,
  reduce: (doc, event, youthId) => {
    const before = doc ?? { youthId, deadlines: [] };
    const after = reduceWorklist(before, event);
    return after === before ? doc : after;
  },
};
