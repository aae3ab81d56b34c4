import type { ContactPersonsCommand } from './contact-persons.commands.js';
import { coordinatingAgencies } from './contact-persons.events.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import type { Named } from '../../kernel/decider.js';
import type { Rule } from '../../kernel/rule.js';

type Appointing = Named<ContactPersonsCommand, 'AppointCoordinator'>;
type Offering = Named<ContactPersonsCommand, 'OfferCoordination'>;
type Answering = Named<ContactPersonsCommand, 'AcceptCoordination' | 'DeclineCoordination'>;
type CoordinationRule<C> = Rule<Youth, C, DecisionContext>;

export const noCoordinatorYet: CoordinationRule<Appointing> = {
  id: 'R83',
  code: 'COORDINATOR_ALREADY_APPOINTED',
  kind: 'AGR',
  source: 'VTFK and RR16 (clear coordinating responsibility); one at a time: PROP',
  says: 'A youth has one coordinator; another takes over by an offer that is accepted.',
  holds: ({ contactPersons }) => contactPersons.coordinator === undefined,
  remedy: ({ contactPersons }) => {
    const agency = contactPersons.coordinator?.agency ?? 'nobody';
    return `${agency} coordinates. ${agency} can hand over with OfferCoordination, which the other agency accepts.`;
  },
};

export const ownCoordination: CoordinationRule<Appointing | Offering> = {
  id: 'R84',
  code: 'NOT_COORDINATING_AGENCY',
  kind: 'AGR',
  source: 'VTFK (the agreement defines who coordinates); that nobody binds another agency: PROP',
  says: 'An agency appoints a coordinator of its own, and offers away only a coordination that is its own.',
  holds: ({ contactPersons }, command, { actor }) =>
    actor.agency === (command.type === 'OfferCoordination' ? contactPersons.coordinator?.agency : command.data.agency),
  remedy: ({ contactPersons }, command, { actor }) => {
    if (command.type === 'AppointCoordinator')
      return `Appoint somebody of ${actor.agency}, or ask ${command.data.agency} to appoint its own.`;
    const agency = contactPersons.coordinator?.agency;
    return agency ? `${agency} coordinates and is the one to offer it.` : 'There is no coordinator. Use AppointCoordinator.';
  },
};

export const offeredToAnother: CoordinationRule<Offering> = {
  id: 'R85',
  code: 'HAND_OVER_TO_ANOTHER_AGENCY',
  kind: 'PROP',
  source: 'PROP: who may coordinate is in the event catalogue',
  says: 'A coordination is offered to another agency of those that can coordinate.',
  holds: (_youth, { data }, { actor }) => data.to !== actor.agency && coordinatingAgencies.some((agency) => agency === data.to),
  remedy: (_youth, _command, { actor }) => `Offer it to ${coordinatingAgencies.filter((agency) => agency !== actor.agency).join(' or ')}.`,
};

export const coordinationIsOffered: CoordinationRule<Answering> = {
  id: 'R86',
  code: 'COORDINATION_NOT_OFFERED',
  kind: 'PROP',
  source: 'PROP: a hand-over has two parties; until it is accepted the old coordinator stays',
  says: 'Only the agency that was offered the coordination accepts or declines it.',
  holds: ({ contactPersons }, _command, { actor }) => contactPersons.offered?.to === actor.agency,
  remedy: ({ contactPersons: { offered, coordinator } }) => {
    if (offered) return `It is offered to ${offered.to}, which answers.`;
    return coordinator
      ? `Ask ${coordinator.agency}, which coordinates, to use OfferCoordination.`
      : 'There is no coordinator. Use AppointCoordinator.';
  },
};
