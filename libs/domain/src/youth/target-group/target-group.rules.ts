import type { Competence, Enrolment, TargetGroupCommand } from './target-group.commands.js';
import { membershipOn } from './target-group.state.js';
import type { Activity } from '../school-and-work/school-and-work.state.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import { lawOn } from '../../codes/law.js';
import { yearTurned } from '../../kernel/calendar.js';
import type { Day } from '../../kernel/day.js';
import type { Named } from '../../kernel/decider.js';
import type { Rule } from '../../kernel/rule.js';

/** The commands that can bring a youth into the target group. */
type Enrolling = Named<TargetGroupCommand, 'RegisterYouth' | 'OpenMembership'>;
type EnrolmentRule = Rule<Youth, Enrolling, DecisionContext>;

/** The last day of the target group by age, under the law in force on the day. */
export const lastDayByAge = (birthDate: Day, on: Day): Day => `${yearTurned(birthDate, lawOn(on).targetGroupAgeLimit)}-12-31`;

/** What a command says about enrolment; nothing when it only registers. */
const enrolmentIn = (command: Enrolling): Enrolment | undefined =>
  command.type === 'RegisterYouth' ? command.data.enrolment : command.data;

const birthDateFor = ({ targetGroup }: Youth, command: Enrolling): Day | undefined =>
  command.type === 'RegisterYouth' ? command.data.birthDate : targetGroup.birthDate;

export const enrolledByOt: EnrolmentRule = {
  id: 'R70',
  code: 'ENROLMENT_IS_FOR_OT',
  kind: 'LAW',
  source: 'OPL § 9-4: the county keeps the overview of the target group',
  says: 'Only OT enrols a youth in its target group while registering.',
  holds: (_youth, command, { actor }) => enrolmentIn(command) === undefined || actor.agency === 'OT',
  remedy: () => 'Register the youth without enrolment, then refer to OT (ReferToOt); OT opens the membership.',
};

const withinAgeLimit: EnrolmentRule = {
  id: 'R01',
  code: 'AGE_OUT_OF_TARGET_GROUP',
  kind: 'LAW',
  source: 'OPL § 9-4 (to 31 December of the year of turning 24); before 2024-08-01 opplæringslova 1998 § 3-6 (21)',
  says: 'A youth belongs to the target group up to and including 31 December of the year of the age limit in the law of the day.',
  holds: (youth, command, { on }) => {
    const birthDate = birthDateFor(youth, command);
    return enrolmentIn(command) === undefined || birthDate === undefined || on <= lastDayByAge(birthDate, on);
  },
  remedy: (_youth, _command, { on }) => {
    const { dutySection, targetGroupAgeLimit } = lawOn(on);
    return `On ${on} the target group lasts to the end of the year of turning ${targetGroupAgeLimit} (${dutySection}). NAV can follow up those who are older: tell the youth, or register without enrolment.`;
  },
};

const lowerSecondaryCompleted: EnrolmentRule = {
  id: 'R02',
  code: 'NO_RIGHT_UNDER_5_1',
  kind: 'LAW',
  source: 'OPL § 5-1; KODE 5.1',
  says: 'A member of the target group has completed grunnskole or the equivalent, and so has a right to upper secondary education.',
  holds: (_youth, command) => enrolmentIn(command)?.lowerSecondaryCompleted ?? true,
  remedy: () => 'Open a preventive case instead (OpenPreventiveCase, level lower-secondary), and enrol when grunnskole is completed.',
};

/** What uses up the right to upper secondary education. */
const fulfilling: readonly Competence[] = ['vocational', 'study'];

const rightNotFulfilled: EnrolmentRule = {
  id: 'R03',
  code: 'RIGHT_ALREADY_FULFILLED',
  kind: 'LAW',
  source: 'OPL § 5-1',
  says: 'Who has reached study or vocational competence has used the right, and is not in the target group.',
  holds: ({ schoolAndWork: { competence } }, command, { on }) => {
    const recorded = competence !== undefined && competence.on <= on ? competence.level : 'none';
    return !fulfilling.includes(recorded) && !fulfilling.includes(enrolmentIn(command)?.competence ?? 'none');
  },
  remedy: () =>
    'NAV can help with work (ReferToNav), and the county gives free career guidance (OPL § 28-9). If the competence is recorded wrongly, its owner corrects it.',
};

/** Whoever quits on a day is free from that day, so the last day is not counted. */
const isActiveOn = ({ from, to }: Activity, day: Day): boolean => from <= day && (to === undefined || day < to);

const notInSchoolOrWork: EnrolmentRule = {
  id: 'R04',
  code: 'NOT_IN_TARGET_GROUP',
  kind: 'LAW',
  source: 'OPL § 9-4; KODE group 5; the size of a job that counts: terms',
  says: 'Who is in school, an apprenticeship or a job that is large enough is not in the target group.',
  holds: ({ schoolAndWork }, _command, { on, terms }) => {
    const active = schoolAndWork.activities.filter((activity) => isActiveOn(activity, on));
    const work = active.reduce((sum, { kind, percent = 0 }) => (kind === 'employment' ? sum + percent : sum), 0);
    return !active.some(({ kind }) => kind === 'school' || kind === 'apprenticeship') && work < terms.terms.workThresholdPercent;
  },
  remedy: (_youth, _command, { on, terms }) =>
    `The stream shows school, an apprenticeship or work of ${terms.terms.workThresholdPercent} % or more on ${on}. If it has ended, have that recorded first (InterruptSchool, TerminateApprenticeship, EndEmployment); if not, open a preventive case (OpenPreventiveCase).`,
};

const noOverlappingMembership: EnrolmentRule = {
  id: 'R72',
  code: 'MEMBERSHIP_ALREADY_OPEN',
  kind: 'PROP',
  source: 'PROP: a youth is counted once (KODE; SEED4 figures)',
  says: 'A youth has one membership at a time.',
  holds: ({ targetGroup }, _command, { on }) => targetGroup.memberships.every(({ closedOn }) => closedOn !== undefined && closedOn <= on),
  remedy: ({ targetGroup }) => {
    const { openedOn, closedOn } = targetGroup.memberships.at(-1) ?? {};
    return closedOn === undefined
      ? `The membership since ${openedOn} is open: go on with it, or close it first (CloseMembership).`
      : `A membership lasted from ${openedOn} to ${closedOn}: open the new one on ${closedOn} or later.`;
  },
};

/** Shared with the families that only make sense for a member: status, not reached, declined. */
export const isMember: Rule<Youth, unknown, DecisionContext> = {
  id: 'R73',
  code: 'NO_OPEN_MEMBERSHIP',
  kind: 'LAW',
  source: 'OPL § 9-4: OT follows up those in the target group',
  says: 'The youth is in the target group on the day.',
  holds: ({ targetGroup }, _command, { on }) => membershipOn(targetGroup, on) !== undefined,
  remedy: ({ targetGroup }, _command, { on }) => {
    const last = targetGroup.memberships.at(-1);
    const known =
      last === undefined
        ? 'never'
        : last.closedOn === undefined
          ? `since ${last.openedOn}`
          : `from ${last.openedOn} until ${last.closedOn}`;
    return `The youth is not in the target group on ${on} (enrolled: ${known}). Give a day within the membership, or enrol the youth first (OpenMembership).`;
  },
};

export const ageLimitPassed: Rule<Youth, Named<TargetGroupCommand, 'CloseMembership'>, DecisionContext> = {
  id: 'R74',
  code: 'AGE_LIMIT_NOT_PASSED',
  kind: 'LAW',
  source: 'OPL § 9-4 (to 31 December of the year of turning 24); before 2024-08-01 opplæringslova 1998 § 3-6 (21)',
  says: 'Nobody is closed because of age before 31 December of the year of the age limit has passed.',
  holds: ({ targetGroup: { birthDate } }, { data }, { on }) =>
    data.reason !== 'age' || birthDate === undefined || on > lastDayByAge(birthDate, on),
  remedy: ({ targetGroup: { birthDate } }, _command, { on }) => {
    const last = birthDate === undefined ? 'unknown' : lastDayByAge(birthDate, on);
    return `Under the law of ${on} the last day by age is ${last}: close after it, or give the reason that applies.`;
  },
};

/** What an enrolment must pass, alone or together with registration. */
export const enrolmentRules: readonly EnrolmentRule[] = [
  withinAgeLimit,
  lowerSecondaryCompleted,
  rightNotFulfilled,
  notInSchoolOrWork,
  noOverlappingMembership,
];
