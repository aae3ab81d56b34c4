import type { SchoolAndWorkCommand } from './school-and-work.commands.js';
import type { DeadlineKind } from './school-and-work.events.js';
import { type Activity, findActivity } from './school-and-work.state.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import { findApplicationDeadline } from '../../codes/school-deadlines.js';
import { findWorkingAge, positionPercent } from '../../codes/working-life.js';
import { ageOn } from '../../kernel/calendar.js';
import type { Day } from '../../kernel/day.js';
import type { Command, Named } from '../../kernel/decider.js';
import type { Rule } from '../../kernel/rule.js';

type RuleFor<Type extends SchoolAndWorkCommand['type']> = Rule<Youth, Named<SchoolAndWorkCommand, Type>, DecisionContext>;

const deadlineOf = (kind: DeadlineKind, on: Day): Day | undefined => findApplicationDeadline(kind === 'feb1' ? 'feb1' : 'mar1', on);

export const appliedInTime: RuleFor<'SubmitSchoolApplication'> = {
  id: 'R58',
  code: 'LATE_APPLICATION',
  kind: 'LAW',
  source: 'OPF §§ 4-9, 7-5; on a weekend or holiday the next working day',
  says: 'Applications come in by 1 February or 1 March; for who applies together with OT there is no deadline.',
  holds: (_youth, { data: { deadlineKind } }, { on }) => {
    if (deadlineKind === 'via-ot') return true;
    const deadline = deadlineOf(deadlineKind, on);
    return deadlineKind !== 'late' && (deadline === undefined || on <= deadline);
  },
  remedy: (_youth, { data: { deadlineKind } }, { on }) =>
    `The deadline was ${deadlineOf(deadlineKind, on) ?? 'over'}. The application stands as late; if OT took part in it, submit it as via-ot and it is in time.`,
};

export const offerIsOpen: RuleFor<'DeclineSchoolPlace'> = {
  id: 'R95',
  code: 'OFFER_NOT_OPEN',
  kind: 'PROP',
  source: 'PROP: an offer is answered once',
  says: 'Only a place that is offered and not yet answered can be declined.',
  holds: ({ schoolAndWork }, { data }) => schoolAndWork.openOffers.includes(data.offerId),
  remedy: ({ schoolAndWork: { openOffers } }) =>
    openOffers.length === 0
      ? 'No offer is open. If the youth did not come to a place that was taken, the school records it (RecordSchoolNoShow); who has started is interrupted (InterruptSchool).'
      : `Give the id of an open offer: ${openOffers.join(', ')}.`,
};

/** Which activity a command is about, by its type. */
const activityOf = {
  StartSchool: 'school',
  RecordSchoolNoShow: 'school',
  InterruptSchool: 'school',
  StartApprenticeship: 'apprenticeship',
  TerminateApprenticeship: 'apprenticeship',
  StartEmployment: 'employment',
  EndEmployment: 'employment',
} as const satisfies Partial<Record<SchoolAndWorkCommand['type'], Activity['kind']>>;

type Running = (typeof activityOf)[keyof typeof activityOf];

const endedBy: Readonly<Record<Running, string>> = {
  school: 'InterruptSchool, CompleteSchool',
  apprenticeship: 'TerminateApprenticeship, CompleteSchool',
  employment: 'EndEmployment, then StartEmployment with the percentage of all jobs together',
};
const begunBy: Readonly<Record<Running, string>> = {
  school: 'StartSchool, anew in each school year',
  apprenticeship: 'StartApprenticeship',
  employment: 'StartEmployment',
};

export const notInItAlready: RuleFor<'StartSchool' | 'RecordSchoolNoShow' | 'StartApprenticeship' | 'StartEmployment'> = {
  id: 'R96',
  code: 'ACTIVITY_ALREADY_RUNNING',
  kind: 'PROP',
  source: 'PROP: a youth is counted once in an activity (KODE group 3)',
  says: 'Nobody starts as pupil, apprentice or employee who is one already, and a pupil who has started is no no-show.',
  holds: ({ schoolAndWork }, { type }, { on }) => findActivity(schoolAndWork, activityOf[type], on) === undefined,
  remedy: ({ schoolAndWork }, { type }, { on }) => {
    const kind = activityOf[type];
    return `The stream shows ${kind} since ${findActivity(schoolAndWork, kind, on)?.from}. If it has ended, have that recorded first (${endedBy[kind]}).`;
  },
};

export const inItOnTheDay: RuleFor<'InterruptSchool' | 'TerminateApprenticeship' | 'EndEmployment'> = {
  id: 'R97',
  code: 'ACTIVITY_NOT_RUNNING',
  kind: 'PROP',
  source: 'PROP: only what has started can end',
  says: 'Only who is a pupil, an apprentice or employed on the day can stop being one.',
  holds: ({ schoolAndWork }, { type }, { on }) => findActivity(schoolAndWork, activityOf[type], on) !== undefined,
  remedy: (_youth, { type }, { on }) => {
    const kind = activityOf[type];
    const noShow = kind === 'school' ? ' A pupil who never came is a no-show (RecordSchoolNoShow).' : '';
    return `The stream shows no ${kind} on ${on}. Have its start recorded first (${begunBy[kind]}), or give a day within it.${noShow}`;
  },
};

export const oldEnoughToWork: RuleFor<'StartEmployment'> = {
  id: 'R98',
  code: 'BELOW_WORKING_AGE',
  kind: 'LAW',
  source: 'VGM § 10',
  says: 'A youth is old enough to enter into an employment contract on the day the job starts.',
  holds: ({ targetGroup: { birthDate } }, _command, { on }) => {
    const age = findWorkingAge(on);
    return birthDate === undefined || age === undefined || ageOn(birthDate, on) >= age;
  },
  remedy: (_youth, _command, { on }) =>
    `A job counts from the birthday of turning ${findWorkingAge(on)}: record it from that day on, if it goes on then.`,
};

/** Shared with the measures, which also take a part of the week. */
export const partOfAPosition: Rule<Youth, Command<string, { readonly percent: number }>, DecisionContext> = {
  id: 'R99',
  code: 'PERCENT_OUT_OF_RANGE',
  kind: 'PROP',
  source: 'PROP: a part of a full position',
  says: 'A job or a measure fills some of a full position and no more than all of it.',
  holds: (_youth, { data: { percent } }) => percent >= positionPercent.least && percent <= positionPercent.most,
  remedy: () =>
    `Give a percentage from ${positionPercent.least} to ${positionPercent.most}; several jobs count together, up to a full position.`,
};

/** Shared with the measures: a period that starts on the day itself unless it says when. */
export const endsAfterItStarts: Rule<Youth, Command<string, { readonly from?: Day; readonly to?: Day }>, DecisionContext> = {
  id: 'R100',
  code: 'PERIOD_ENDS_BEFORE_IT_STARTS',
  kind: 'PROP',
  source: 'PROP: a period has its days in order',
  says: 'The last day of a period is not before its first.',
  holds: (_youth, { data: { from, to } }, { on }) => to === undefined || (from ?? on) <= to,
  remedy: (_youth, { data: { from } }, { on }) => `Give a last day that is ${from ?? on} or later.`,
};
