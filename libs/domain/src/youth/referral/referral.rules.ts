import type { ReferralCommand } from './referral.commands.js';
import { findReferral } from './referral.state.js';
import { type Referring, receiverOf } from '../consent/sharing.js';
import { oldEnoughForNav } from '../measures/measures-eligibility.rules.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import type { Named } from '../../kernel/decider.js';
import type { Rule } from '../../kernel/rule.js';

type Answering = Named<ReferralCommand, 'AcceptReferral' | 'ReturnReferral'>;
type Following = Exclude<ReferralCommand, Referring>;
type ReferralRule<C> = Rule<Youth, C, DecisionContext>;

export const answeredInTime: ReferralRule<Answering> = {
  id: 'R36',
  code: 'REFERRAL_ANSWER_LATE',
  kind: 'PROP',
  source: 'PROP (no source sets a number of days); days by receiver from the terms',
  says: 'A referral is answered within the days that the agreement gives the receiver.',
  holds: ({ referral }, { data }, { on }) => {
    const asked = findReferral(referral, data.referralId);
    return asked === undefined || on <= asked.answerDueOn;
  },
  remedy: ({ referral }, { data }) =>
    `The answer was due on ${findReferral(referral, data.referralId)?.answerDueOn}. It counts, and is marked as late.`,
};

export const oneOpenReferral: ReferralRule<Referring> = {
  id: 'R94',
  code: 'REFERRAL_ALREADY_OPEN',
  kind: 'PROP',
  source: 'PROP: one question at a time to an agency',
  says: 'An agency has one unanswered referral of a youth at a time.',
  holds: ({ referral }, command) => !referral.referrals.some(({ to, status }) => to === receiverOf(command) && status === 'open'),
  remedy: ({ referral }, command) => {
    const to = receiverOf(command);
    const open = referral.referrals.find((sent) => sent.to === to && sent.status === 'open');
    return `${to} has a referral from ${open?.from} with an answer due on ${open?.answerDueOn}. Wait for the answer, add to it (GiveMoreInformation) or withdraw it (WithdrawReferral).`;
  },
};

/** Commands that are the receiver's; the others are the sender's. */
const byReceiver: readonly Following['type'][] = ['AcceptReferral', 'ReturnReferral', 'AskForMoreInformation'];

export const ownPartOfReferral: ReferralRule<Following> = {
  id: 'R93',
  code: 'NOT_YOUR_REFERRAL',
  kind: 'PROP',
  source: 'PROP on ARK § 6 d (each agency answers for its own facts)',
  says: 'The agency that is asked answers or asks for more; the agency that asked gives more or withdraws.',
  holds: ({ referral }, command, { actor }) => {
    const found = findReferral(referral, command.data.referralId);
    return found === undefined || actor.agency === (byReceiver.includes(command.type) ? found.to : found.from);
  },
  remedy: ({ referral }, command) => {
    const found = findReferral(referral, command.data.referralId);
    return `This is for ${byReceiver.includes(command.type) ? found?.to : found?.from}. ${found?.to} can accept, return or ask for more; ${found?.from} can give more or withdraw.`;
  },
};

export const referralIsOpen: ReferralRule<Following> = {
  id: 'R92',
  code: 'REFERRAL_NOT_OPEN',
  kind: 'PROP',
  source: 'PROP: a referral is answered once',
  says: 'A referral is accepted, returned or withdrawn once; the first answer stands.',
  holds: ({ referral }, { data }) => findReferral(referral, data.referralId)?.status === 'open',
  remedy: ({ referral }, { data }) => {
    const found = findReferral(referral, data.referralId);
    return found
      ? `It is ${found.status} already. Send a new referral if more is needed.`
      : 'There is no such referral. Use the id that it got when it was sent.';
  },
};

/** R27 where NAV is asked for a measure; guidance and help to find work may be asked for at any age. */
export const oldEnoughForMeasures: ReferralRule<Named<ReferralCommand, 'ReferToNav'>> = {
  ...oldEnoughForNav,
  holds: (youth, command, context) =>
    command.data.wantedHelp === 'guidance' || command.data.wantedHelp === 'work' || oldEnoughForNav.holds(youth, command, context),
};
