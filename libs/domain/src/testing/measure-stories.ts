import { somebodyOf, usual } from './a-youth.js';
import { scenarioOf } from './scenario.js';
import type { Decider } from '../kernel/decider.js';
import { decideBy } from '../kernel/decisions.js';
import type { ConsentGiver, Purpose } from '../youth/consent/consent.events.js';
import type { MeasuresCommand } from '../youth/measures/measures.commands.js';
import { measuresDecisions } from '../youth/measures/measures.decisions.js';
import type { DecisionContext } from '../youth/youth.context.js';
import { type Youth, type YouthEvent, evolveYouth, noYouth } from '../youth/youth.state.js';

const decider: Decider<Youth, MeasuresCommand, YouthEvent, DecisionContext> = {
  initial: noYouth,
  evolve: evolveYouth,
  decide: decideBy<Youth, MeasuresCommand, YouthEvent, DecisionContext>({
    table: measuresDecisions,
    always: [],
    flagged: ({ id, code }, { on }) => ({ type: 'DeadlineBreached', data: { rule: id, code, on } }),
  }),
};

/** Scenarios of measures, told by a NAV adviser on 2026-03-10. */
export const { given } = scenarioOf(decider, { ...usual, actor: somebodyOf('NAV') });

export const byOt = { actor: somebodyOf('OT') };

/** A consent that something is done at NAV, good for a year from the autumn. */
export const consented = (giver: ConsentGiver, purpose: Purpose = 'nav-measure', validTo = '2026-12-31'): YouthEvent => ({
  type: 'ConsentGiven',
  data: {
    consentId: 'consent-1',
    giver,
    from: 'OT',
    to: 'NAV',
    categories: ['work-and-measures'],
    purpose,
    validFrom: '2025-09-01',
    validTo,
    formVersion: '1',
    how: 'written',
    on: '2025-09-01',
  },
});

export const registeredAt = (on = '2025-10-01'): YouthEvent => ({ type: 'NavRegistrationCompleted', data: { kind: 'follow-up', on } });

export const assessed = (on = '2025-10-15'): YouthEvent => ({
  type: 'NeedsAssessmentDecided',
  data: { assessmentId: 'assessment-1', effortGroup: 'TRENGER_VEILEDNING', mainGoal: 'SKAFFE_ARBEID', youthGuarantee: true, on },
});

export const granted = (measure = 'ARBEIDSTRENING', ground?: string): YouthEvent => ({
  type: 'NavMeasureGranted',
  data: { measureId: 'measure-1', measure, from: '2025-11-03', to: '2026-05-02', ...(ground && { ground }), on: '2025-10-20' },
});
export const started = (on = '2025-11-03'): YouthEvent => ({
  type: 'NavMeasureStarted',
  data: { measureId: 'measure-1', percent: 50, on },
});
export const reviewed = (on: string): YouthEvent => ({
  type: 'NavMeasureReviewed',
  data: { measureId: 'measure-1', outcome: 'as-planned', on },
});
export const ended = (on = '2026-03-01'): YouthEvent => ({
  type: 'NavMeasureEnded',
  data: { measureId: 'measure-1', outcome: 'work', on },
});
