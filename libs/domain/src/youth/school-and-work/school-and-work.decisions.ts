import type { SchoolAndWorkCommand } from './school-and-work.commands.js';
import { type SchoolAndWorkEvent, schoolAndWorkEvents } from './school-and-work.events.js';
import {
  appliedInTime,
  endsAfterItStarts,
  inItOnTheDay,
  notInItAlready,
  offerIsOpen,
  oldEnoughToWork,
  partOfAPosition,
} from './school-and-work.rules.js';
import { findActivity } from './school-and-work.state.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import { addDays } from '../../kernel/calendar.js';
import type { Decisions } from '../../kernel/decisions.js';

type Table = Decisions<Youth, SchoolAndWorkCommand, SchoolAndWorkEvent, DecisionContext>;
type Row<Type extends SchoolAndWorkCommand['type']> = Pick<Table, Type>;

const application: Row<'SubmitSchoolApplication' | 'OfferSchoolPlace' | 'DeclineSchoolPlace'> = {
  SubmitSchoolApplication: {
    does: 'Records an application to upper secondary training; a late one is accepted and flagged.',
    by: schoolAndWorkEvents.SchoolApplicationSubmitted.mayAppend,
    rules: [],
    flags: [appliedInTime],
    emits: ({ data: { deadlineKind, programmes } }, _youth, { newId, on }) => [
      { type: 'SchoolApplicationSubmitted', data: { applicationId: newId, deadlineKind, programmes, on } },
    ],
  },
  OfferSchoolPlace: {
    does: 'Records that the county offers a place at a school.',
    by: schoolAndWorkEvents.SchoolPlaceOffered.mayAppend,
    rules: [],
    emits: ({ data: { place, programme } }, _youth, { newId, on }) => [
      { type: 'SchoolPlaceOffered', data: { offerId: newId, place, programme, on } },
    ],
  },
  DeclineSchoolPlace: {
    does: 'Records that the youth declines a place that is offered.',
    by: schoolAndWorkEvents.SchoolPlaceDeclined.mayAppend,
    rules: [offerIsOpen],
    emits: ({ data: { offerId } }, _youth, { on }) => [{ type: 'SchoolPlaceDeclined', data: { offerId, on } }],
  },
};

const school: Row<'StartSchool' | 'RecordSchoolNoShow' | 'InterruptSchool' | 'CompleteSchool'> = {
  StartSchool: {
    does: 'Records that the youth starts as a pupil, for the school year.',
    by: schoolAndWorkEvents.SchoolStarted.mayAppend,
    rules: [notInItAlready],
    emits: ({ data }, _youth, { on }) => [
      { type: 'SchoolStarted', data: { school: data.school, programme: data.programme, private: data.private ?? false, on } },
    ],
  },
  RecordSchoolNoShow: {
    does: 'Records that the youth did not come when school started.',
    by: schoolAndWorkEvents.SchoolNoShow.mayAppend,
    rules: [notInItAlready],
    emits: ({ data }, _youth, { on }) => [{ type: 'SchoolNoShow', data: { school: data.school, on } }],
  },
  InterruptSchool: {
    does: 'Records that a pupil quits; from that day the youth is no pupil.',
    by: schoolAndWorkEvents.SchoolInterrupted.mayAppend,
    rules: [inItOnTheDay],
    emits: ({ data: { cause, note } }, _youth, { on }) => [
      { type: 'SchoolInterrupted', data: { cause, ...(note !== undefined && { note }), on } },
    ],
  },
  CompleteSchool: {
    does: 'Records the competence that the youth has reached, as pupil, apprentice or private candidate.',
    by: schoolAndWorkEvents.SchoolCompleted.mayAppend,
    rules: [],
    emits: ({ data: { competence } }, { schoolAndWork }, { on }) =>
      schoolAndWork.competence?.level === competence ? [] : [{ type: 'SchoolCompleted', data: { competence, on } }],
  },
};

const work: Row<'StartApprenticeship' | 'TerminateApprenticeship' | 'StartEmployment' | 'EndEmployment' | 'RegisterMilitaryService'> = {
  StartApprenticeship: {
    does: 'Records that the youth starts as an apprentice, trainee or candidate for a practice certificate; a pupil stops being one.',
    by: schoolAndWorkEvents.ApprenticeshipStarted.mayAppend,
    rules: [notInItAlready],
    emits: ({ data: { contractKind, trade } }, _youth, { on }) => [{ type: 'ApprenticeshipStarted', data: { contractKind, trade, on } }],
  },
  TerminateApprenticeship: {
    does: 'Records that the apprenticeship contract is terminated.',
    by: schoolAndWorkEvents.ApprenticeshipTerminated.mayAppend,
    rules: [inItOnTheDay],
    emits: ({ data: { cause } }, _youth, { on }) => [{ type: 'ApprenticeshipTerminated', data: { cause, on } }],
  },
  StartEmployment: {
    does: 'Records that the youth works, with how much of a full position all jobs make together.',
    by: schoolAndWorkEvents.EmploymentStarted.mayAppend,
    rules: [partOfAPosition, oldEnoughToWork, notInItAlready],
    emits: ({ data: { percent, source } }, _youth, { on }) => [{ type: 'EmploymentStarted', data: { percent, source, from: on } }],
  },
  EndEmployment: {
    does: 'Records that the youth does not work any more.',
    by: schoolAndWorkEvents.EmploymentEnded.mayAppend,
    rules: [inItOnTheDay],
    emits: (_command, _youth, { on }) => [{ type: 'EmploymentEnded', data: { on } }],
  },
  RegisterMilitaryService: {
    does: 'Records military service from the day, up to its last day if that is known; said again, with the last day that holds now.',
    by: schoolAndWorkEvents.MilitaryServiceRegistered.mayAppend,
    rules: [endsAfterItStarts],
    emits: ({ data: { to } }, { schoolAndWork }, { on }) => {
      const running = findActivity(schoolAndWork, 'military', on);
      if (running !== undefined && running.to === (to && addDays(to, 1))) return [];
      return [{ type: 'MilitaryServiceRegistered', data: { from: on, ...(to !== undefined && { to }) } }];
    },
  },
};

export const schoolAndWorkDecisions: Table = { ...application, ...school, ...work };
