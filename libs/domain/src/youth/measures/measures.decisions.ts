import type { MeasuresCommand } from './measures.commands.js';
import { reviewedBeforeExtension, reviewedInTime, withinLongestDuration } from './measures-duration.rules.js';
import {
  codesOfNav,
  countyOfferAssessed,
  guardianConsentsToNav,
  needIsAssessed,
  ofTheRightAge,
  oldEnoughForNav,
  registeredWithNav,
} from './measures-eligibility.rules.js';
import { type MeasuresEvent, measuresEvents } from './measures.events.js';
import { agreementCoversOtAndNav, bothPartiesAgree, measureIsGranted, measureIsOpen, partyOf, withinItsDays } from './measures.rules.js';
import { findMeasureById } from './measures.state.js';
import { endsAfterItStarts, partOfAPosition } from '../school-and-work/school-and-work.rules.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import { findEffortGroup } from '../../codes/assessment.js';
import { findMeasure } from '../../codes/nav-measures.js';
import type { Decisions } from '../../kernel/decisions.js';

type Table = Decisions<Youth, MeasuresCommand, MeasuresEvent, DecisionContext>;
type Row<Type extends MeasuresCommand['type']> = Pick<Table, Type>;

const hasStarted = ({ measures }: Youth, measureId: string): boolean => findMeasureById(measures, measureId)?.startedOn !== undefined;

const followUp: Row<'RegisterWithNav' | 'DecideNeedsAssessment' | 'StartYouthGuarantee' | 'AgreeActivityPlan'> = {
  RegisterWithNav: {
    does: 'Registers the youth with NAV, as a jobseeker or for follow-up.',
    by: measuresEvents.NavRegistrationCompleted.mayAppend,
    rules: [oldEnoughForNav, guardianConsentsToNav],
    emits: ({ data: { kind } }, { measures }, { on }) =>
      measures.registeredAs === kind ? [] : [{ type: 'NavRegistrationCompleted', data: { kind, on } }],
  },
  DecideNeedsAssessment: {
    does: 'Decides what help the youth needs (§ 14 a).',
    by: measuresEvents.NeedsAssessmentDecided.mayAppend,
    rules: [codesOfNav],
    emits: ({ data: { effortGroup, mainGoal, youthGuarantee } }, _youth, { newId, on }) => [
      {
        type: 'NeedsAssessmentDecided',
        data: { assessmentId: newId, effortGroup: findEffortGroup(effortGroup)?.code ?? effortGroup, mainGoal, youthGuarantee, on },
      },
    ],
  },
  StartYouthGuarantee: {
    does: 'Starts the youth guarantee, with a fixed contact person at NAV.',
    by: measuresEvents.YouthGuaranteeStarted.mayAppend,
    rules: [guardianConsentsToNav, needIsAssessed, ofTheRightAge],
    emits: ({ data: { contactPersonId } }, { measures }, { on }) =>
      measures.youthGuaranteeFrom === undefined ? [{ type: 'YouthGuaranteeStarted', data: { contactPersonId, from: on } }] : [],
  },
  AgreeActivityPlan: {
    does: 'Agrees on an activity plan between the youth and NAV.',
    by: measuresEvents.ActivityPlanAgreed.mayAppend,
    rules: [registeredWithNav],
    emits: ({ data: { activities } }, _youth, { newId, on }) => [
      { type: 'ActivityPlanAgreed', data: { planId: newId, activities, from: on } },
    ],
  },
};

const granting: Row<'GrantNavMeasure'> = {
  GrantNavMeasure: {
    does: 'Grants a NAV measure for a period.',
    by: measuresEvents.NavMeasureGranted.mayAppend,
    rules: [
      codesOfNav,
      endsAfterItStarts,
      oldEnoughForNav,
      guardianConsentsToNav,
      registeredWithNav,
      needIsAssessed,
      ofTheRightAge,
      countyOfferAssessed,
      withinLongestDuration,
    ],
    emits: ({ data }, { measures }, { newId, on }) => {
      const measure = findMeasure(data.measure, on)?.code ?? data.measure;
      const { organiser, from, to, countyOfferAssessed: assessed, countyPartnership, ground } = data;
      const isSame = measures.measures.some(
        (known) => known.code === measure && known.from === from && known.to === to && known.endedOn === undefined,
      );
      if (isSame) return [];
      const said = {
        ...(organiser !== undefined && { organiser }),
        ...(assessed !== undefined && { countyOfferAssessed: assessed }),
        ...(countyPartnership !== undefined && { countyPartnership }),
        ...(ground !== undefined && { ground }),
      };
      return [{ type: 'NavMeasureGranted', data: { measureId: newId, measure, from, to, ...said, on } }];
    },
  },
};

const running: Row<'StartNavMeasure' | 'ReviewNavMeasure' | 'ExtendNavMeasure' | 'EndNavMeasure'> = {
  StartNavMeasure: {
    does: 'Records that the youth has started in a granted NAV measure.',
    by: measuresEvents.NavMeasureStarted.mayAppend,
    rules: [measureIsGranted, measureIsOpen, withinItsDays, partOfAPosition],
    emits: ({ data: { measureId, percent } }, youth, { on }) =>
      hasStarted(youth, measureId) ? [] : [{ type: 'NavMeasureStarted', data: { measureId, percent, on } }],
  },
  ReviewNavMeasure: {
    does: 'Records a review of a running NAV measure; a late one is accepted and flagged.',
    by: measuresEvents.NavMeasureReviewed.mayAppend,
    rules: [measureIsOpen, withinItsDays],
    flags: [reviewedInTime],
    emits: ({ data: { measureId, outcome, assessment } }, _youth, { on }) => [
      { type: 'NavMeasureReviewed', data: { measureId, outcome, ...(assessment !== undefined && { assessment }), on } },
    ],
  },
  ExtendNavMeasure: {
    does: 'Extends a NAV measure to a later last day.',
    by: measuresEvents.NavMeasureExtended.mayAppend,
    rules: [codesOfNav, measureIsOpen, withinItsDays, reviewedBeforeExtension, withinLongestDuration],
    emits: ({ data: { measureId, to, ground } }, { measures }, { on }) =>
      findMeasureById(measures, measureId)?.to === to
        ? []
        : [{ type: 'NavMeasureExtended', data: { measureId, to, ...(ground !== undefined && { ground }), on } }],
  },
  EndNavMeasure: {
    does: 'Ends a NAV measure, also one that never started.',
    by: measuresEvents.NavMeasureEnded.mayAppend,
    rules: [measureIsOpen, withinItsDays],
    emits: ({ data: { measureId, outcome } }, _youth, { on }) => [{ type: 'NavMeasureEnded', data: { measureId, outcome, on } }],
  },
};

const ofTheCounty: Row<'StartCountyMeasure' | 'EndCountyMeasure'> = {
  StartCountyMeasure: {
    does: 'Records that the youth has started in a measure of the county.',
    by: measuresEvents.CountyMeasureStarted.mayAppend,
    rules: [],
    emits: ({ data: { place, curriculumGoals, usesRight } }, _youth, { newId, on }) => [
      { type: 'CountyMeasureStarted', data: { measureId: newId, place, curriculumGoals, usesRight, on } },
    ],
  },
  EndCountyMeasure: {
    does: 'Ends a measure of the county.',
    by: measuresEvents.CountyMeasureEnded.mayAppend,
    rules: [measureIsOpen, withinItsDays],
    emits: ({ data: { measureId, outcome } }, _youth, { on }) => [{ type: 'CountyMeasureEnded', data: { measureId, outcome, on } }],
  },
};

const combined: Row<'ProposeCombinedMeasure' | 'SignCombinedMeasure' | 'StartCombinedMeasure' | 'EndCombinedMeasure'> = {
  ProposeCombinedMeasure: {
    does: 'Proposes a measure that OT and NAV arrange together; the proposal is the first signature.',
    by: measuresEvents.CombinedMeasureProposed.mayAppend,
    rules: [agreementCoversOtAndNav, endsAfterItStarts],
    emits: ({ data: { countyPart, navPart, from, to } }, _youth, { actor, newId, on }) => [
      { type: 'CombinedMeasureProposed', data: { measureId: newId, by: partyOf(actor.agency), countyPart, navPart, from, to, on } },
    ],
  },
  SignCombinedMeasure: {
    does: 'Signs a combined measure that the other party has proposed.',
    by: measuresEvents.CombinedMeasureSigned.mayAppend,
    rules: [agreementCoversOtAndNav, measureIsOpen, bothPartiesAgree],
    emits: ({ data: { measureId } }, _youth, { actor, on }) => [
      { type: 'CombinedMeasureSigned', data: { measureId, by: partyOf(actor.agency), on } },
    ],
  },
  StartCombinedMeasure: {
    does: 'Records that the youth has started in a combined measure that both parties have signed.',
    by: measuresEvents.CombinedMeasureStarted.mayAppend,
    rules: [measureIsOpen, bothPartiesAgree, withinItsDays, oldEnoughForNav, guardianConsentsToNav],
    emits: ({ data: { measureId } }, youth, { on }) =>
      hasStarted(youth, measureId) ? [] : [{ type: 'CombinedMeasureStarted', data: { measureId, on } }],
  },
  EndCombinedMeasure: {
    does: 'Ends a combined measure, also one that never started.',
    by: measuresEvents.CombinedMeasureEnded.mayAppend,
    rules: [measureIsOpen, withinItsDays],
    emits: ({ data: { measureId, outcome } }, _youth, { on }) => [{ type: 'CombinedMeasureEnded', data: { measureId, outcome, on } }],
  },
};

export const measuresDecisions: Table = { ...followUp, ...granting, ...running, ...ofTheCounty, ...combined };
