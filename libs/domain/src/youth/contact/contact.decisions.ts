import {
  approvedInformation,
  digitalNoticeAllowed,
  isNoticeSent,
  nothingConfidentialInTheOpen,
  secondNoticeSent,
} from './contact-notices.rules.js';
import type { ContactCommand } from './contact.commands.js';
import { type ContactEvent, contactEvents } from './contact.events.js';
import {
  attemptsOf,
  channelsOf,
  enoughAttempts,
  firstContactInTime,
  guardiansGetCopy,
  informedInWriting,
  roundOn,
} from './contact.rules.js';
import { findAttempt } from './contact.state.js';
import { isMember } from '../target-group/target-group.rules.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import { addMonths } from '../../kernel/calendar.js';
import type { Day } from '../../kernel/day.js';
import type { Decisions } from '../../kernel/decisions.js';

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** The first day of the next month in which a round starts; in a year when the terms name no month. */
const nextRound = (on: Day, rounds: readonly number[]): Day => {
  const thisMonth = `${on.slice(0, 7)}-01`;
  const coming = months.map((ahead) => addMonths(thisMonth, ahead));
  return coming.find((day) => rounds.includes(Number(day.slice(5, 7)))) ?? addMonths(thisMonth, months.length);
};

export const contactDecisions: Decisions<Youth, ContactCommand, ContactEvent, DecisionContext> = {
  SendWrittenInformation: {
    does: 'Records the written information about rights that OT has sent, and whether the guardians got a copy.',
    by: contactEvents.WrittenInformationSent.mayAppend,
    rules: [approvedInformation, nothingConfidentialInTheOpen, guardiansGetCopy],
    flags: [informedInWriting],
    emits: ({ data: { template, channel, guardianCopy, exemption } }, _youth, { on }) => [
      { type: 'WrittenInformationSent', data: { template, channel, guardianCopy, ...(exemption && { exemption }), on } },
    ],
  },
  RecordContactAttempt: {
    does: 'Records an attempt to reach the youth that did not lead to contact yet.',
    by: contactEvents.ContactAttempted.mayAppend,
    rules: [digitalNoticeAllowed, nothingConfidentialInTheOpen],
    flags: [firstContactInTime],
    emits: ({ data: { channel, outcome, template, note } }, _youth, { on, newId }) => [
      { type: 'ContactAttempted', data: { attemptId: newId, channel, outcome, ...(template && { template }), ...(note && { note }), on } },
    ],
  },
  RecordNoticeOpened: {
    does: 'Records that the youth has opened a digital message.',
    by: contactEvents.NoticeOpened.mayAppend,
    rules: [isNoticeSent],
    emits: ({ data: { attemptId } }, { contact }, { on }) =>
      findAttempt(contact, attemptId)?.openedOn ? [] : [{ type: 'NoticeOpened', data: { attemptId, on } }],
  },
  SendSecondNotice: {
    does: 'Records the second notice of a digital message that has not been opened.',
    by: contactEvents.SecondNoticeSent.mayAppend,
    rules: [isNoticeSent],
    emits: ({ data: { attemptId, channel } }, { contact }, { on }) => {
      const { openedOn, secondNoticeOn } = findAttempt(contact, attemptId) ?? {};
      return (openedOn ?? secondNoticeOn) ? [] : [{ type: 'SecondNoticeSent', data: { attemptId, channel, on } }];
    },
  },
  RecordContactEstablished: {
    does: 'Records that somebody has been in contact with the youth, or with a guardian.',
    by: contactEvents.ContactEstablished.mayAppend,
    rules: [],
    emits: ({ data: { channel, with: who } }, _youth, { on }) => [{ type: 'ContactEstablished', data: { channel, with: who, on } }],
  },
  DeclareNotReached: {
    does: 'Ends a round of attempts without contact, and sets the day of the next round.',
    by: contactEvents.NotReachedDeclared.mayAppend,
    rules: [isMember, informedInWriting, enoughAttempts, secondNoticeSent],
    emits: (_command, youth, { on, terms }) => {
      const round = roundOn(youth, on);
      const nextRoundOn = nextRound(on, terms.terms.contactRounds);
      return [{ type: 'NotReachedDeclared', data: { attempts: attemptsOf(round), channels: channelsOf(round), nextRoundOn, on } }];
    },
  },
  DeclineFollowUp: {
    does: 'Records that the youth does not want follow-up, and was told how to come back.',
    by: contactEvents.FollowUpDeclined.mayAppend,
    rules: [isMember, informedInWriting],
    emits: ({ data: { statedBy, informedOfReturn } }, _youth, { on }) => [
      { type: 'FollowUpDeclined', data: { statedBy, informedOfReturn, on } },
    ],
  },
  RequestFollowUp: {
    does: 'Records that the youth wants follow-up.',
    by: contactEvents.FollowUpRequested.mayAppend,
    rules: [],
    emits: ({ data: { wish } }, _youth, { on }) => [{ type: 'FollowUpRequested', data: { ...(wish && { wish }), on } }],
  },
  RecordGuidanceTalk: {
    does: 'Records a guidance talk with the youth, by its topics.',
    by: contactEvents.GuidanceTalkHeld.mayAppend,
    rules: [],
    emits: ({ data: { topics, summary } }, _youth, { on }) => [
      { type: 'GuidanceTalkHeld', data: { topics, ...(summary && { summary }), on } },
    ],
  },
};
