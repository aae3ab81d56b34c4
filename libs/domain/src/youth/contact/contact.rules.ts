import type { ContactCommand } from './contact.commands.js';
import type { Attempt } from './contact.state.js';
import { type Membership, membershipOn } from '../target-group/target-group.state.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import type { ContactPolicy } from '../../agreement/terms.js';
import { contactChannels, findChannel } from '../../codes/contact-channels.js';
import { statutoryLimit } from '../../codes/statutory-limits.js';
import { addDays, addWorkingDays, ageOn, workingDaysBetween } from '../../kernel/calendar.js';
import type { Day } from '../../kernel/day.js';
import type { Named } from '../../kernel/decider.js';
import type { Rule } from '../../kernel/rule.js';

type Given<Type extends ContactCommand['type']> = Rule<Youth, Named<ContactCommand, Type>, DecisionContext>;

/** The days that lie in the membership and have come. */
const since = (days: readonly Day[], { openedOn }: Membership, on: Day): readonly Day[] =>
  days.filter((day) => openedOn <= day && day <= on);

/** The attempts that count on the day: since enrolment, or since the youth was last declared not reached. */
export const roundOn = ({ contact, targetGroup }: Youth, on: Day): readonly Attempt[] => {
  const membership = membershipOn(targetGroup, on);
  if (membership === undefined) return [];
  const declared = since(contact.notReachedOn, membership, on).toSorted().at(-1);
  return contact.attempts.filter(
    (attempt) => membership.openedOn <= attempt.on && attempt.on <= on && (declared === undefined || declared < attempt.on),
  );
};

/** Of days in any order, the working days from the first to the last. */
const spanOf = (days: readonly Day[]): number => {
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)];
  return first === undefined || last === undefined ? 0 : workingDaysBetween(first, last);
};

const writtenChannels = contactChannels.filter(({ written }) => written).map(({ code }) => code);

export const attemptsOf = (round: readonly Attempt[]): number => round.reduce((sum, { times }) => sum + times, 0);

export const channelsOf = (round: readonly Attempt[]): number => new Set(round.map(({ channel }) => channel)).size;

/** What a round lacks to be enough, in words; nothing when it is. */
const lacking = (round: readonly Attempt[], policy: ContactPolicy): readonly string[] => {
  const [attempts, channels] = [attemptsOf(round), channelsOf(round)];
  const span = spanOf(round.map(({ on }) => on));
  return [
    attempts < policy.minAttempts && `${attempts} of ${policy.minAttempts} attempts`,
    channels < policy.minChannels && `${channels} of ${policy.minChannels} channels`,
    span < policy.minSpanWorkingDays && `${span} of ${policy.minSpanWorkingDays} working days from the first to the last`,
    policy.oneWritten && !round.some(({ channel }) => findChannel(channel)?.written) && `none in writing (${writtenChannels.join(', ')})`,
  ].filter((part) => part !== false);
};

export const enoughAttempts: Given<'DeclareNotReached'> = {
  id: 'R12',
  code: 'INSUFFICIENT_CONTACT_ATTEMPTS',
  kind: 'PROP',
  source: 'PROP on OPF § 8-3 c, SEED0 s. 12; the four limits: terms',
  says: 'A youth counts as not reached after enough attempts, on enough channels, over enough working days, one of them in writing.',
  holds: (youth, _command, { on, terms }) => lacking(roundOn(youth, on), terms.terms.contact).length === 0,
  remedy: (youth, _command, { on, terms }) =>
    `So far in this round: ${lacking(roundOn(youth, on), terms.terms.contact).join('; ')}. Record further attempts when they are made (RecordContactAttempt); ask the municipal contact person to try too.`,
};

export const informedInWriting: Given<'SendWrittenInformation' | 'DeclareNotReached' | 'DeclineFollowUp'> = {
  id: 'R09',
  code: 'WRITTEN_INFO_MISSING',
  kind: 'LAW',
  source: 'OPF § 8-3 b; the days within which it is due: terms',
  says: 'OT sends written information about the rights soon after enrolment, and always before a youth counts as not reached or as having declined.',
  holds: ({ contact, targetGroup }, { type }, { on, terms }) => {
    const membership = membershipOn(targetGroup, on);
    if (membership === undefined || since(contact.writtenInformationOn, membership, on).length > 0) return true;
    const dueOn = membership.informationDueOn ?? addDays(membership.openedOn, terms.terms.informationDays);
    return type === 'SendWrittenInformation' && on <= dueOn;
  },
  remedy: ({ targetGroup }, _command, { on }) =>
    `No written information is recorded between enrolment (${membershipOn(targetGroup, on)?.openedOn ?? on}) and ${on}. Send it first (SendWrittenInformation), to the guardians too when the youth is a minor.`,
};

export const firstContactInTime: Given<'RecordContactAttempt'> = {
  id: 'R14',
  code: 'FIRST_CONTACT_LATE',
  kind: 'AGR',
  source: 'SEED3 "umiddelbart"; RR16; the number of working days: terms',
  says: 'OT tries to reach a youth within a few working days of enrolment.',
  holds: ({ contact, targetGroup }, _command, { on, terms }) => {
    const membership = membershipOn(targetGroup, on);
    if (membership === undefined) return true;
    const earlier = [...contact.attempts.map((attempt) => attempt.on), ...contact.establishedOn];
    const dueOn = membership.firstContactDueOn ?? addWorkingDays(membership.openedOn, terms.terms.firstContactWorkingDays);
    return on <= dueOn || since(earlier, membership, on).length > 0;
  },
  remedy: (_youth, _command, { terms }) =>
    `The attempt is recorded as late: the first is due within ${terms.terms.firstContactWorkingDays} working days of enrolment.`,
};

export const guardiansGetCopy: Given<'SendWrittenInformation'> = {
  id: 'R10',
  code: 'GUARDIAN_COPY_REQUIRED',
  kind: 'LAW',
  source: 'OPF § 8-3 second paragraph; SEED1 step 6',
  says: 'The guardians of a minor get the same written information, unless other law keeps it from them or there is nobody to send it to.',
  holds: ({ targetGroup: { birthDate } }, { data }, { on }) =>
    birthDate === undefined || ageOn(birthDate, on) >= statutoryLimit('majority') || data.guardianCopy || data.exemption !== undefined,
  remedy: () =>
    `Send the guardians a copy (guardianCopy), or say why not (exemption): confidential under other law, no guardian known, care order. From ${statutoryLimit('majority')} no copy is sent.`,
};
