import type { StatusCommand } from './status.commands.js';
import { type StatusChange, type StatusState, changesWithin } from './status.state.js';
import { isRunning } from '../measures/measures.state.js';
import { membershipOn } from '../target-group/target-group.state.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import { findEnrolmentReason } from '../../codes/enrolment-reasons.js';
import { type StatusCode, findStatus, statusCodesOn } from '../../codes/ot-status.js';
import type { Day } from '../../kernel/day.js';
import type { Named } from '../../kernel/decider.js';
import type { Rule } from '../../kernel/rule.js';

type ChangeRule = Rule<Youth, Named<StatusCommand, 'ChangeStatus'>, DecisionContext>;

/** Codes that say that OT does not know what the youth does: OTUK. */
const unknownCodesOn = (day: Day): readonly string[] =>
  statusCodesOn(day)
    ?.groups.filter(({ code }) => code === 'unknown')
    .flatMap(({ codes }) => codes.map(({ code }) => code)) ?? [];

const isUnknown = ({ code, from }: StatusChange): boolean => unknownCodesOn(from).includes(code);

/** The changes of the membership on the day, up to that day: a status of an earlier membership has ended with it. */
const changesSoFar = ({ targetGroup, status }: Youth, day: Day): StatusState['changes'] => {
  const membership = membershipOn(targetGroup, day);
  return membership ? changesWithin(status, membership.openedOn, day) : [];
};

export const codeInForce: Rule<Youth, StatusCommand, DecisionContext> = {
  id: 'R07',
  code: 'UNKNOWN_STATUS_CODE_AT_DATE',
  kind: 'LAW',
  source: 'KODE (sets of 2011, 2015, 2016 and 2021)',
  says: 'A status code is in the set that Udir had in force on the day.',
  holds: (_youth, { data }, { on }) => findStatus(data.code, on) !== undefined,
  remedy: (_youth, _command, { on }) => {
    const codes = statusCodesOn(on)?.groups.flatMap((group) => group.codes.map(({ code }) => code)) ?? [];
    return codes.length === 0 ? `No code set was in force on ${on}: give a later day.` : `Codes in force on ${on}: ${codes.join(', ')}.`;
  },
};

export const firstStatusIsUnknown: ChangeRule = {
  id: 'R05',
  code: 'FIRST_STATUS_MUST_BE_OTUK',
  kind: 'LAW',
  source: 'KODE 1.1; enrolment reasons that it names',
  says: 'Who has not applied, declined, did not show up or quit starts as OTUK, unknown activity.',
  holds: (youth, { data }, { on }) => {
    const { reason, openedOn } = membershipOn(youth.targetGroup, on) ?? {};
    const startsAsUnknown =
      reason !== undefined && openedOn !== undefined && findEnrolmentReason(reason, openedOn)?.startsAsUnknown === true;
    return !startsAsUnknown || changesSoFar(youth, on).length > 0 || unknownCodesOn(on).includes(data.code);
  },
  remedy: ({ targetGroup }, _command, { on }) =>
    `Set ${unknownCodesOn(on).join(' or ')} first, from the day of enrolment (${membershipOn(targetGroup, on)?.openedOn ?? on}); then this status.`,
};

const hasMetSinceEnrolment = ({ contact, targetGroup }: Youth, on: Day): boolean => {
  const since = membershipOn(targetGroup, on)?.openedOn ?? on;
  return contact.establishedOn.some((day) => since <= day && day <= on);
};

/** Whether the new code may only follow OTUK after contact. */
const asksForContact = ({ needsContact, registerProven }: StatusCode, basis: string | undefined, allowsRegister: boolean): boolean =>
  needsContact === true || (registerProven === true && !(allowsRegister && basis === 'register'));

export const contactBeforeLeavingUnknown: ChangeRule = {
  id: 'R06',
  code: 'CONTACT_NOT_ESTABLISHED',
  kind: 'LAW',
  source: 'KODE 1.1; whether a register is proof enough: terms',
  says: 'A youth stays OTUK until there has been contact since enrolment; a school, work or military register may be proof instead.',
  holds: (youth, { data: { code, basis } }, { on, terms }) => {
    const current = changesSoFar(youth, on).at(-1);
    const next = findStatus(code, on);
    if (current === undefined || !isUnknown(current) || next === undefined) return true;
    return !asksForContact(next, basis, terms.terms.registerProvenStatus) || hasMetSinceEnrolment(youth, on);
  },
  remedy: ({ targetGroup }, { data }, { on, terms }) => {
    const since = membershipOn(targetGroup, on)?.openedOn ?? on;
    const byRegister = findStatus(data.code, on)?.registerProven && terms.terms.registerProvenStatus;
    const contact = `No contact is recorded between ${since} and ${on}. Record it when it has been made (RecordContactEstablished)`;
    return byRegister
      ? `${contact}, or give the basis "register" when a register shows it.`
      : `${contact}; until then the status is unknown.`;
  },
};

/** The kinds of measure that make a code true: any one combination, all of its kinds running. */
const measuresFor = {
  NAV: [['NAV']],
  county: [['county']],
  combined: [['combined'], ['NAV', 'county']],
} as const satisfies Record<NonNullable<StatusCode['needsMeasure']>, readonly (readonly string[])[]>;

/** Who records that a measure of a kind has started. */
const startOf: Readonly<Record<keyof typeof measuresFor, string>> = {
  NAV: 'NAV records the start (StartNavMeasure).',
  county: 'OT or the school records the start (StartCountyMeasure).',
  combined: 'OT and NAV both sign (SignCombinedMeasure), then the start is recorded (StartCombinedMeasure).',
};

export const measureIsRunning: ChangeRule = {
  id: 'R08',
  code: 'STATUS_WITHOUT_ACTIVITY',
  kind: 'LAW',
  source: 'KODE 3.1–3.3; SEED4 s. 17',
  says: 'A status that tells of a measure needs that measure to be running on the day: from NAV, from the county, or both.',
  holds: ({ measures }, { data }, { on }) => {
    const needed = findStatus(data.code, on)?.needsMeasure;
    if (needed === undefined) return true;
    const running = new Set<string>(measures.measures.filter((measure) => isRunning(measure, on)).map(({ kind }) => kind));
    return measuresFor[needed].some((kinds) => kinds.every((kind) => running.has(kind)));
  },
  remedy: (_youth, { data }, { on }) => {
    const needed = findStatus(data.code, on)?.needsMeasure;
    return `No such measure is running on ${on}. ${needed ? startOf[needed] : ''} Or give a day on which it ran.`;
  },
};

export const takenOverAtTheStart: Rule<Youth, unknown, DecisionContext> = {
  id: 'R76',
  code: 'STATUS_IN_USE_ALREADY',
  kind: 'PROP',
  source: 'PROP: what R05, R06 and R08 ask for happened before the hub was in use, and stands in the list that is taken over',
  says: 'A status from the list before the hub is taken over once, before OT has set one here; contact and measures that it rests on lie in that list.',
  holds: ({ status }, _command, { on }) =>
    status.changes.every((change) => isUnknown(change) && change.from <= on) && status.changes.length <= 1,
  remedy: () => 'The status is kept in the hub already: change it there (ChangeStatus), with the contact or measure that it rests on.',
};
