import { type Day, schoolYear, schoolYearOf } from '@samspor/domain';
import { type RecordedEvent, known } from '../view.js';

/** What a youth does at school or work. */
export interface CurrentActivity {
  readonly kind: 'school' | 'apprenticeship' | 'employment' | 'military';
  readonly from: Day;
  /** The last day, where it is known. A pupil is one for a school year at a time. */
  readonly to?: Day;
  /** Of a full position, for employment. */
  readonly percent?: number;
}

type Activities = readonly CurrentActivity[];

const without = (activities: Activities, ...kinds: readonly CurrentActivity['kind'][]): Activities =>
  activities.filter(({ kind }) => !kinds.includes(kind));

const started = (activities: Activities, activity: CurrentActivity): Activities => [...without(activities, activity.kind), known(activity)];

/** What a youth does after an event, one of each kind at most. */
export const reduceActivities = (activities: Activities, event: RecordedEvent): Activities => {
  switch (event.type) {
    case 'SchoolStarted':
      return started(activities, { kind: 'school', from: event.data.on, ...known({ to: schoolYear(schoolYearOf(event.data.on)).to }) });
    case 'SchoolInterrupted':
      return without(activities, 'school');
    case 'SchoolCompleted':
      return without(activities, 'school', 'apprenticeship');
    case 'ApprenticeshipStarted':
      return started(without(activities, 'school'), { kind: 'apprenticeship', from: event.data.on });
    case 'ApprenticeshipTerminated':
      return without(activities, 'apprenticeship');
    case 'EmploymentStarted':
      return started(activities, { kind: 'employment', from: event.data.from, percent: event.data.percent });
    case 'EmploymentEnded':
      return without(activities, 'employment');
    case 'MilitaryServiceRegistered':
      return started(activities, { kind: 'military', from: event.data.from, ...known({ to: event.data.to }) });
    default:
      return activities;
  }
};
