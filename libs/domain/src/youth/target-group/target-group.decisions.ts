import type { Enrolment, TargetGroupCommand } from './target-group.commands.js';
import {
  bornBeforeRegistration,
  identityNumberAddsUp,
  municipalityExists,
  syntheticOutsideProduction,
} from './target-group-registration.rules.js';
import { type TargetGroupEvent, targetGroupEvents } from './target-group.events.js';
import { ageLimitPassed, enrolledByOt, enrolmentRules, isMember, lastDayByAge } from './target-group.rules.js';
import { type TargetGroupState, municipalityOn } from './target-group.state.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import { addDays, addWorkingDays, schoolYearOf } from '../../kernel/calendar.js';
import type { Day } from '../../kernel/day.js';
import type { DataOf, Named } from '../../kernel/decider.js';
import type { Decisions } from '../../kernel/decisions.js';
import { identityOf } from '../../kernel/identifiers.js';

const enrolled = (
  birthDate: Day,
  { reason }: Enrolment,
  { memberships }: TargetGroupState,
  { on, terms }: DecisionContext,
): TargetGroupEvent => ({
  type: 'TargetGroupMembershipOpened',
  data: {
    reason,
    schoolYear: schoolYearOf(on),
    until: lastDayByAge(birthDate, on),
    reentry: memberships.some(({ closeReason }) => closeReason !== 'mistake'),
    ...(terms.agreement && { termsVersion: terms.terms.version }),
    firstContactDueOn: addWorkingDays(on, terms.terms.firstContactWorkingDays),
    informationDueOn: addDays(on, terms.terms.informationDays),
    on,
  },
});

/** How to reach the youth, as far as it is said; no event when nothing is. */
const contactDetails = (
  { phone, email, address }: DataOf<TargetGroupCommand, 'RecordContactDetails'>,
  on: Day,
): readonly TargetGroupEvent[] => {
  const details = { ...(phone && { phone }), ...(email && { email }), ...(address && { address }) };
  return Object.keys(details).length === 0 ? [] : [{ type: 'ContactDetailsRecorded', data: { ...details, on } }];
};

const opened = ({ data }: Named<TargetGroupCommand, 'RegisterYouth'>, { on }: DecisionContext): readonly TargetGroupEvent[] => {
  const { birthDate, municipality, identityNumber, name } = data;
  const identType = identityOf(identityNumber)?.kind ?? 'unknown';
  return [
    { type: 'YouthStreamOpened', data: { birthDate, municipality, on } },
    { type: 'IdentityLinked', data: { identType, identityNumber, name, on } },
    ...contactDetails(data, on),
  ];
};

export const targetGroupDecisions: Decisions<Youth, TargetGroupCommand, TargetGroupEvent, DecisionContext> = {
  RegisterYouth: {
    does: 'Starts the stream of a youth, and enrols the youth with OT at once when it carries an enrolment.',
    by: targetGroupEvents.YouthStreamOpened.mayAppend,
    rules: [identityNumberAddsUp, syntheticOutsideProduction, bornBeforeRegistration, municipalityExists, enrolledByOt, ...enrolmentRules],
    emits: (command, { targetGroup }, context) => {
      const { birthDate, enrolment } = command.data;
      return [...opened(command, context), ...(enrolment ? [enrolled(birthDate, enrolment, targetGroup, context)] : [])];
    },
  },
  OpenMembership: {
    does: "Enrols a registered youth in OT's target group, for the first time or again.",
    by: targetGroupEvents.TargetGroupMembershipOpened.mayAppend,
    rules: enrolmentRules,
    emits: ({ data }, { targetGroup }, context) =>
      targetGroup.birthDate === undefined ? [] : [enrolled(targetGroup.birthDate, data, targetGroup, context)],
  },
  CloseMembership: {
    does: "Takes the youth out of OT's target group from the day on.",
    by: targetGroupEvents.TargetGroupMembershipClosed.mayAppend,
    rules: [isMember, ageLimitPassed],
    emits: ({ data }, _youth, { on }) => [{ type: 'TargetGroupMembershipClosed', data: { reason: data.reason, on } }],
  },
  OpenPreventiveCase: {
    does: 'Starts preventive work with a pupil who is at risk of dropping out.',
    by: targetGroupEvents.PreventiveCaseOpened.mayAppend,
    rules: [],
    emits: ({ data: { level, trigger } }, _youth, { on }) => [{ type: 'PreventiveCaseOpened', data: { level, trigger, on } }],
  },
  RecordContactDetails: {
    does: 'Records how the youth can be reached; what is not said stays as it was.',
    by: targetGroupEvents.ContactDetailsRecorded.mayAppend,
    rules: [],
    emits: ({ data }, _youth, { on }) => contactDetails(data, on),
  },
  ChangeResidence: {
    does: 'Records that the youth has moved to another municipality.',
    by: targetGroupEvents.ResidenceChanged.mayAppend,
    rules: [municipalityExists],
    emits: ({ data: { municipality } }, { targetGroup }, { on }) =>
      municipality === municipalityOn(targetGroup, on) ? [] : [{ type: 'ResidenceChanged', data: { municipality, from: on } }],
  },
  RegisterGuardian: {
    does: 'Records who has parental responsibility or guardianship, and for how long.',
    by: targetGroupEvents.GuardianRegistered.mayAppend,
    rules: [],
    emits: ({ data: { name, phone, basis, to } }, _youth, { on, newId }) => [
      { type: 'GuardianRegistered', data: { guardianId: newId, name, ...(phone && { phone }), basis, from: on, ...(to && { to }) } },
    ],
  },
};
