import { type ContactRole, trekantRoles } from '@samspor/domain';
import { type RecordedEvent, type View, byYouth, known } from '../view.js';
import { type CurrentActivity, reduceActivities } from './activities.js';
import { dailyEvents } from './daily-events.js';
import { type CurrentMeasure, reduceMeasures } from './measures.js';
import { type OpenReferral, reduceReferrals } from './referrals.js';
import { type Residence, reduceResidences } from './residences.js';
import { type Standing, reduceStanding } from './standing.js';
import { type Team, noTeam, reduceTeam } from './team.js';

/** How the agencies work together for one youth, as the municipality's overview shows it; without personal fields. */
export interface CoordinationDocument extends Team, Standing {
  readonly youthId: string;
  readonly residences: readonly Residence[];
  readonly municipality: string;
  /** Corners of the trekant that somebody is named for. */
  readonly filled: readonly ContactRole[];
  /** The others: the municipality's fixed contact person stands in for them, where there is one. */
  readonly missing: readonly ContactRole[];
  readonly referrals: readonly OpenReferral[];
  readonly measures: readonly CurrentMeasure[];
  readonly activities: readonly CurrentActivity[];
}

const unknown = (youthId: string): CoordinationDocument => ({
  youthId,
  residences: [],
  municipality: '',
  ...noTeam,
  filled: [],
  missing: trekantRoles,
  referrals: [],
  measures: [],
  activities: [],
});

const reduceParts = (doc: CoordinationDocument, event: RecordedEvent): CoordinationDocument => {
  const residences = reduceResidences(doc.residences, event);
  const referrals = reduceReferrals(doc.referrals, event);
  const measures = reduceMeasures(doc.measures, event);
  const activities = reduceActivities(doc.activities, event);
  const isSame = residences === doc.residences && referrals === doc.referrals && measures === doc.measures && activities === doc.activities;
  return isSame ? doc : { ...doc, residences, referrals, measures, activities };
};

const reduceCoordination = (before: CoordinationDocument, event: RecordedEvent): CoordinationDocument => {
  const doc = reduceParts(reduceTeam(reduceStanding(before, event), event), event);
  if (doc === before) return before;
  const isFilled = (role: ContactRole): boolean => doc.holders[role] !== undefined;
  return known({
    ...doc,
    municipality: doc.residences.at(-1)?.municipality ?? '',
    filled: trekantRoles.filter(isFilled),
    missing: trekantRoles.filter((role) => !isFilled(role)),
  });
};

/** Youths by id; found by the municipality that they live in. */
export const coordinationView: View<CoordinationDocument> = {
  name: 'coordination',
  version: 2,
  passesOver: dailyEvents,
  keys: byYouth,
  reduce: (doc, event, youthId) => {
    const before = doc ?? unknown(youthId);
    const after = reduceCoordination(before, event);
    return after === before ? doc : after;
  },
  indexes: ({ municipality }) => ({ municipality }),
};
