import type { AgreementCommand } from './agreement.commands.js';
import type { AgreementContext } from './agreement.context.js';
import { agreementDecisions } from './agreement.decisions.js';
import type { AgreementEvent } from './agreement.events.js';
import { type Agreement, evolveAgreement, noAgreement } from './agreement.state.js';
import type { Decider } from '../kernel/decider.js';
import { decideBy } from '../kernel/decisions.js';

export { agreementDecisions } from './agreement.decisions.js';

/** One cooperation agreement from its signing to its end. No rule of it warns only. */
export const agreementDecider: Decider<Agreement, AgreementCommand, AgreementEvent, AgreementContext> = {
  initial: noAgreement,
  evolve: evolveAgreement,
  decide: decideBy({
    table: agreementDecisions,
    always: [],
    flagged: ({ id }) => {
      throw new Error(`${id} flags, and the agreement has no event that tells of a flag`);
    },
  }),
};
