import { consentDecisions } from './consent/consent.decisions.js';
import { contactPersonsDecisions } from './contact-persons/contact-persons.decisions.js';
import { contactDecisions } from './contact/contact.decisions.js';
import { measuresDecisions } from './measures/measures.decisions.js';
import { recordRules } from './record/record.rules.js';
import { referralDecisions } from './referral/referral.decisions.js';
import { schoolAndWorkDecisions } from './school-and-work/school-and-work.decisions.js';
import { statusDecisions } from './status/status.decisions.js';
import { targetGroupDecisions } from './target-group/target-group.decisions.js';
import type { DecisionContext } from './youth.context.js';
import { type Youth, type YouthCommand, type YouthEvent, evolveYouth, noYouth } from './youth.state.js';
import type { Decider } from '../kernel/decider.js';
import { type Decisions, decideBy } from '../kernel/decisions.js';

/** Every command that a youth's stream takes, with its rules in order. */
export const youthDecisions: Decisions<Youth, YouthCommand, YouthEvent, DecisionContext> = {
  ...targetGroupDecisions,
  ...statusDecisions,
  ...contactDecisions,
  ...contactPersonsDecisions,
  ...consentDecisions,
  ...referralDecisions,
  ...measuresDecisions,
  ...schoolAndWorkDecisions,
};

export const youthDecider: Decider<Youth, YouthCommand, YouthEvent, DecisionContext> = {
  initial: noYouth,
  evolve: evolveYouth,
  decide: decideBy({
    table: youthDecisions,
    always: recordRules,
    flagged: ({ id, code }, { on }) => ({ type: 'DeadlineBreached', data: { rule: id, code, on } }),
  }),
};
