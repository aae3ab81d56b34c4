import type { ReferralCommand } from './referral.commands.js';
import type { ContactPersonsCommand } from '../contact-persons/contact-persons.commands.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import { agreementIsInForce } from '../../agreement/agreement.rules.js';
import type { Agency } from '../../kernel/agency.js';
import type { Named } from '../../kernel/decider.js';
import type { Rule } from '../../kernel/rule.js';

type CrossAgency = Named<ReferralCommand, 'ReferToNav' | 'ReferToOt'> | Named<ContactPersonsCommand, 'OfferCoordination'>;

/** The agency that the command draws in under the agreement; none for those who report to OT from outside it. */
const partner = (command: CrossAgency, sender: Agency): Agency | undefined => {
  switch (command.type) {
    case 'ReferToNav':
      return 'NAV';
    case 'ReferToOt':
      return sender === 'NAV' ? 'OT' : undefined;
    case 'OfferCoordination':
      return command.data.to;
  }
};

/** R52 in a youth's stream: what two agencies do together rests on an agreement between them. */
export const agreementCoversBoth: Rule<Youth, CrossAgency, DecisionContext> = {
  ...agreementIsInForce,
  holds: (_youth, command, { actor, terms }) => {
    const other = partner(command, actor.agency);
    return other === undefined || [actor.agency, other].every((agency) => terms.agreement?.parties.includes(agency));
  },
  remedy: (_youth, command, { actor, on, terms }) =>
    terms.agreement === undefined
      ? `No agreement covers the county on ${on}. The parties sign one (SignAgreement) that holds from that day.`
      : `The agreement in force on ${on} is between ${terms.agreement.parties.join(', ')}. ${actor.agency} and ${partner(command, actor.agency)} must both be parties.`,
};
