import type { CompletedCompetence, SchoolAndWorkEvent } from './school-and-work.events.js';
import { addDays, schoolYear, schoolYearOf } from '../../kernel/calendar.js';
import type { Day } from '../../kernel/day.js';

/** A time as pupil, apprentice, employee or soldier. A pupil's lasts to the end of the school year at most: each year starts anew. */
export interface Activity {
  readonly from: Day;
  /** The day it ended: who quits on a day is free from that day. */
  readonly to?: Day;
  readonly kind: 'school' | 'apprenticeship' | 'employment' | 'military';
  /** Of a full position, for employment: all jobs together. */
  readonly percent?: number;
}

export interface SchoolAndWorkState {
  readonly activities: readonly Activity[];
  readonly openOffers: readonly string[];
  /** What counts of the youth's competence, with the day it was reached: vocational or study competence stands once reached. */
  readonly competence?: { readonly level: CompletedCompetence; readonly on: Day };
}

export const noSchoolAndWork: SchoolAndWorkState = { activities: [], openOffers: [] };

const isOn = ({ from, to }: Activity, day: Day): boolean => from <= day && (to === undefined || day < to);

/** What the youth does of this kind on the day, if anything. */
export const findActivity = ({ activities }: SchoolAndWorkState, kind: Activity['kind'], day: Day): Activity | undefined =>
  activities.findLast((activity) => activity.kind === kind && isOn(activity, day));

const started = (state: SchoolAndWorkState, activity: Activity): SchoolAndWorkState => ({
  ...state,
  activities: [...state.activities, activity],
});

const ended = (state: SchoolAndWorkState, kind: Activity['kind'], on: Day): SchoolAndWorkState => ({
  ...state,
  activities: state.activities.map((activity) => (activity.kind === kind && isOn(activity, on) ? { ...activity, to: on } : activity)),
});

const nextSchoolYear = (day: Day): Day => {
  const { from, to = from } = schoolYear(schoolYearOf(day));
  return addDays(to, 1);
};

const completed = (state: SchoolAndWorkState, level: CompletedCompetence, on: Day): SchoolAndWorkState => ({
  ...ended(ended(state, 'school', on), 'apprenticeship', on),
  competence: state.competence && state.competence.level !== 'basic' ? state.competence : { level, on },
});

export const evolveSchoolAndWork = (state: SchoolAndWorkState, { type, data }: SchoolAndWorkEvent): SchoolAndWorkState => {
  switch (type) {
    case 'SchoolPlaceOffered':
      return { ...state, openOffers: [...state.openOffers, data.offerId] };
    case 'SchoolPlaceDeclined':
      return { ...state, openOffers: state.openOffers.filter((id) => id !== data.offerId) };
    case 'SchoolStarted':
      return { ...started(state, { kind: 'school', from: data.on, to: nextSchoolYear(data.on) }), openOffers: [] };
    case 'SchoolInterrupted':
      return ended(state, 'school', data.on);
    case 'SchoolCompleted':
      return completed(state, data.competence, data.on);
    case 'ApprenticeshipStarted':
      return started(ended(state, 'school', data.on), { kind: 'apprenticeship', from: data.on });
    case 'ApprenticeshipTerminated':
      return ended(state, 'apprenticeship', data.on);
    case 'EmploymentStarted':
      return started(state, { kind: 'employment', from: data.from, percent: data.percent });
    case 'EmploymentEnded':
      return ended(state, 'employment', data.on);
    case 'MilitaryServiceRegistered':
      return started(ended(state, 'military', data.from), {
        kind: 'military',
        from: data.from,
        ...(data.to && { to: addDays(data.to, 1) }),
      });
    case 'SchoolApplicationSubmitted':
    case 'SchoolNoShow':
      return state;
  }
};
