import { agreementCoversBoth } from './agreement-coverage.rules.js';
import type { ReferralCommand, ReferralRequest } from './referral.commands.js';
import { type Referral, type ReferralEvent, referralEvents } from './referral.events.js';
import { answeredInTime, oldEnoughForMeasures, oneOpenReferral, ownPartOfReferral, referralIsOpen } from './referral.rules.js';
import { type Referring, receiverOf, sharingAgencyOf } from '../consent/sharing.js';
import { sharingRules } from '../consent/sharing.rules.js';
import { trekantIsComplete } from '../contact-persons/contact-persons.rules.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import { addDays } from '../../kernel/calendar.js';
import type { Decisions } from '../../kernel/decisions.js';

/** What every referral says; where the terms give the receiver no days, the answer is due at once. */
const referral = (command: Referring, { actor, newId, on, terms }: DecisionContext): Referral => {
  const { toUnit, reason, categories, basis, message }: ReferralRequest = command.data;
  const answerDueOn = addDays(on, terms.terms.referralAnswerDays[receiverOf(command)] ?? 0);
  const said = { toUnit, reason, categories, basis, ...(message !== undefined && { message }) };
  return { referralId: newId, from: sharingAgencyOf(actor), ...said, answerDueOn, on };
};

const following = [ownPartOfReferral, referralIsOpen];

export const referralDecisions: Decisions<Youth, ReferralCommand, ReferralEvent, DecisionContext> = {
  ReferToNav: {
    does: 'Asks NAV to take on the youth.',
    by: referralEvents.ReferredToNav.mayAppend,
    rules: [agreementCoversBoth, oldEnoughForMeasures, trekantIsComplete, oneOpenReferral, ...sharingRules],
    emits: (command, _youth, context) => [
      { type: 'ReferredToNav', data: { ...referral(command, context), wantedHelp: command.data.wantedHelp } },
    ],
  },
  ReferToOt: {
    does: 'Reports a youth to OT who may need its follow-up.',
    by: referralEvents.ReferredToOt.mayAppend,
    rules: [agreementCoversBoth, oneOpenReferral, ...sharingRules],
    emits: (command, _youth, context) => [{ type: 'ReferredToOt', data: referral(command, context) }],
  },
  ReferToPpt: {
    does: 'Asks PPT to look at what the youth needs in education.',
    by: referralEvents.ReferredToPpt.mayAppend,
    rules: [oneOpenReferral, ...sharingRules],
    emits: (command, _youth, context) => [{ type: 'ReferredToPpt', data: referral(command, context) }],
  },
  ReferToMunicipalService: {
    does: 'Asks a service of the municipality to help the youth.',
    by: referralEvents.ReferredToMunicipalService.mayAppend,
    rules: [oneOpenReferral, ...sharingRules],
    emits: (command, _youth, context) => [
      { type: 'ReferredToMunicipalService', data: { ...referral(command, context), service: command.data.service } },
    ],
  },
  AcceptReferral: {
    does: 'Accepts a referral: the agency takes on the youth.',
    by: referralEvents.ReferralAccepted.mayAppend,
    rules: following,
    flags: [answeredInTime],
    emits: ({ data: { referralId, handlerId } }, _youth, { actor, on }) => [
      { type: 'ReferralAccepted', data: { referralId, by: sharingAgencyOf(actor), ...(handlerId !== undefined && { handlerId }), on } },
    ],
  },
  ReturnReferral: {
    does: 'Returns a referral with a reason, and with advice on where else to turn.',
    by: referralEvents.ReferralReturned.mayAppend,
    rules: following,
    flags: [answeredInTime],
    emits: ({ data: { referralId, reason, advice } }, _youth, { actor, on }) => [
      { type: 'ReferralReturned', data: { referralId, by: sharingAgencyOf(actor), reason, ...(advice !== undefined && { advice }), on } },
    ],
  },
  AskForMoreInformation: {
    does: 'Asks the sender of a referral for more before it is answered; the due day stays.',
    by: referralEvents.ReferralInformationRequested.mayAppend,
    rules: following,
    emits: ({ data: { referralId, question } }, _youth, { actor, on }) => [
      { type: 'ReferralInformationRequested', data: { referralId, by: sharingAgencyOf(actor), question, on } },
    ],
  },
  GiveMoreInformation: {
    does: 'Adds to an open referral, within the categories and on the basis that it was sent with.',
    by: referralEvents.ReferralInformationGiven.mayAppend,
    rules: [...following, ...sharingRules],
    emits: ({ data: { referralId, answer } }, _youth, { actor, on }) => [
      { type: 'ReferralInformationGiven', data: { referralId, by: sharingAgencyOf(actor), answer, on } },
    ],
  },
  WithdrawReferral: {
    does: 'Takes back a referral that is not answered.',
    by: referralEvents.ReferralWithdrawn.mayAppend,
    rules: following,
    emits: ({ data: { referralId, reason } }, _youth, { on }) => [
      { type: 'ReferralWithdrawn', data: { referralId, ...(reason !== undefined && { reason }), on } },
    ],
  },
};
