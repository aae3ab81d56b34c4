import type { Day } from '@samspor/domain';
import { type RecordedEvent, type View, byYouth, known } from '../view.js';
import { type Case, reduceCases, unitsOf } from './cases.js';
import { type Sentence, sentenceOf } from './deadline-texts.js';
import { type Deadline, reduceDeadlines } from './deadlines.js';
import { type Standing, reduceStanding } from './standing.js';
import { type Team, noTeam, peopleOf, reduceTeam } from './team.js';

/** A deadline as a list shows it. */
export interface WorklistDeadline extends Deadline {
  readonly asks: Sentence;
}

/** A youth in the worklists of those who work with it; without personal fields. */
export interface WorklistDocument extends Team, Standing {
  readonly youthId: string;
  /** Everybody in whose list the youth is. */
  readonly people: readonly string[];
  readonly cases: readonly Case[];
  readonly units: readonly string[];
  /** The earliest first. */
  readonly deadlines: readonly WorklistDeadline[];
  readonly nextDueOn?: Day;
}

const unknown = (youthId: string): WorklistDocument => ({ youthId, ...noTeam, people: [], cases: [], units: [], deadlines: [] });

/** What each asks for; those that stand as before have been asked. */
const asking = (deadlines: readonly Deadline[], before: readonly WorklistDeadline[]): readonly WorklistDeadline[] =>
  deadlines.map((deadline) => before.find((asked) => asked === deadline) ?? { ...deadline, asks: sentenceOf(deadline) });

const reduceWorklist = (before: WorklistDocument, event: RecordedEvent): WorklistDocument => {
  const cases = reduceCases(before.cases, event);
  const deadlines = reduceDeadlines(before.deadlines, event);
  const doc = reduceTeam(reduceStanding<WorklistDocument>(before, event), event);
  if (doc === before && cases === before.cases && deadlines === before.deadlines) return before;
  return known({
    ...doc,
    people: peopleOf(doc),
    cases,
    units: unitsOf(cases),
    deadlines: asking(deadlines, before.deadlines),
    nextDueOn: deadlines[0]?.dueOn,
  });
};

/** Youths by id; found by named professional and by office. */
export const worklistView: View<WorklistDocument> = {
  name: 'worklist',
  version: 1,
  keys: byYouth,
  reduce: (doc, event, youthId) => {
    const before = doc ?? unknown(youthId);
    const after = reduceWorklist(before, event);
    return after === before ? doc : after;
  },
  indexes: ({ people, units }) => ({ person: people, unit: units }),
};
