import type { MeasuresCommand } from './measures.commands.js';
import { type Measure, findMeasureById } from './measures.state.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import { type NavMeasure, extensionGrounds, findMeasure, isInSeason, latestEnd } from '../../codes/nav-measures.js';
import { addMonths } from '../../kernel/calendar.js';
import type { Day } from '../../kernel/day.js';
import type { Named } from '../../kernel/decider.js';
import type { Rule } from '../../kernel/rule.js';

type RuleFor<Type extends MeasuresCommand['type']> = Rule<Youth, Named<MeasuresCommand, Type>, DecisionContext>;
type Lasting = Named<MeasuresCommand, 'GrantNavMeasure' | 'ExtendNavMeasure'>;

interface Stay {
  readonly measure: NavMeasure;
  readonly from: Day;
  readonly to: Day;
  readonly grounds: readonly string[];
}

/** The measure from its first day to the last that is asked for, with every ground said so far. */
const stayIn = ({ measures }: Youth, command: Lasting, on: Day): Stay | undefined => {
  const { to, ground } = command.data;
  const before =
    command.type === 'GrantNavMeasure'
      ? { code: command.data.measure, from: command.data.from, grounds: [] }
      : findMeasureById(measures, command.data.measureId);
  const measure = before?.code === undefined ? undefined : findMeasure(before.code, on);
  return before && measure && { measure, from: before.from, to, grounds: [...before.grounds, ...(ground === undefined ? [] : [ground])] };
};

/** NAV may quite exceptionally approve days outside the season (TILT § 8-4). */
const isInItsSeason = ({ measure, from, to, grounds }: Stay): boolean =>
  isInSeason(measure, { from, to }) || grounds.includes('special-reasons');

const longer = ({ measure, from }: Stay): string =>
  extensionGrounds
    .map(({ code }) => ({ code, end: latestEnd(measure, from, [code]) }))
    .filter(({ end }) => end !== undefined && end > (latestEnd(measure, from) ?? end))
    .map(({ code, end }) => `${code} to ${end}`)
    .join(', ');

export const withinLongestDuration: RuleFor<Lasting['type']> = {
  id: 'R31',
  code: 'DURATION_EXCEEDED',
  kind: 'LAW',
  source: 'TILT §§ 2-4, 3-5, 4-4, 5-4, 7-4, 8-4, 9-4, 12-4, 13-4; STL § 32; by measure and ground in codes/nav-measures',
  says: 'A measure lasts no longer, extensions included, than its section allows on the grounds that are given, and runs in its season if it has one.',
  holds: (youth, command, { on }) => {
    const stay = stayIn(youth, command, on);
    if (stay === undefined) return true;
    const end = latestEnd(stay.measure, stay.from, stay.grounds);
    return (end === undefined || stay.to <= end) && isInItsSeason(stay);
  },
  remedy: (youth, command, { on }) => {
    const stay = stayIn(youth, command, on);
    if (stay === undefined) return 'Name a measure that is granted.';
    const { season } = stay.measure;
    if (season && !isInItsSeason(stay))
      return `${stay.measure.code} runs from ${season.from} to ${season.to} each year; other days need the ground special-reasons.`;
    const grounds = longer(stay);
    const other = grounds === '' ? '' : ` A ground allows more: ${grounds}.`;
    return `From ${stay.from} it may last to ${latestEnd(stay.measure, stay.from, stay.grounds)}.${other} After that, end it (EndNavMeasure) and consider another measure.`;
  },
};

/** When the next review of a measure is due; nothing for a measure that needs none. */
const reviewDueOn = (measure: Measure | undefined, since: Day | undefined, on: Day): Day | undefined => {
  const months = measure?.code === undefined ? undefined : findMeasure(measure.code, on)?.reviewEveryMonths;
  return months === undefined || since === undefined ? undefined : addMonths(since, months);
};

const REVIEWS = 'TILT §§ 3-5, 13-2: work training and AFT, at least every 3 months';

export const reviewedBeforeExtension: RuleFor<'ExtendNavMeasure'> = {
  id: 'R32',
  code: 'REVIEW_REQUIRED_BEFORE_EXTENSION',
  kind: 'LAW',
  source: REVIEWS,
  says: 'A measure that must be reviewed is extended only on a review that is not too old.',
  holds: ({ measures }, { data }, { on }) => {
    const measure = findMeasureById(measures, data.measureId);
    if (reviewDueOn(measure, on, on) === undefined) return true;
    const due = reviewDueOn(measure, measure?.lastReviewOn, on);
    return due !== undefined && on <= due;
  },
  remedy: ({ measures }, { data }) => {
    const last = findMeasureById(measures, data.measureId)?.lastReviewOn;
    return `Review the measure first (ReviewNavMeasure), then extend it; ${last === undefined ? 'it has not been reviewed yet' : `the last review was on ${last}`}.`;
  },
};

export const reviewedInTime: RuleFor<'ReviewNavMeasure'> = {
  id: 'R32',
  code: 'REVIEW_OVERDUE',
  kind: 'LAW',
  source: REVIEWS,
  says: 'A measure that must be reviewed is reviewed before the time since its start or last review runs out.',
  holds: ({ measures }, { data }, { on }) => {
    const measure = findMeasureById(measures, data.measureId);
    const due = reviewDueOn(measure, measure?.lastReviewOn ?? measure?.startedOn, on);
    return due === undefined || on <= due;
  },
  remedy: ({ measures }, { data }, { on }) => {
    const measure = findMeasureById(measures, data.measureId);
    return `The review was due on ${reviewDueOn(measure, measure?.lastReviewOn ?? measure?.startedOn, on)}; it stands, and the next one counts from it.`;
  },
};
