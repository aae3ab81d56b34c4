import type { ContactPersonsCommand } from './contact-persons.commands.js';
import { type ContactPerson, type ContactPersonsEvent, contactPersonsEvents } from './contact-persons.events.js';
import {
  agencyIsInvolved,
  isSamePerson,
  ownRole,
  responsibleUnit,
  roleIsFree,
  roleIsHeld,
  rolesFollowEachOther,
} from './contact-persons.rules.js';
import { findNamed } from './contact-persons.state.js';
import { coordinationIsOffered, noCoordinatorYet, offeredToAnother, ownCoordination } from './coordination.rules.js';
import { vacancies } from './corners.js';
import { agreementCoversBoth } from '../referral/agreement-coverage.rules.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import type { Decisions } from '../../kernel/decisions.js';

const person = ({ personId, unit, name, phone, email }: ContactPerson): ContactPerson => ({
  personId,
  unit,
  name,
  ...(phone !== undefined && { phone }),
  ...(email !== undefined && { email }),
});

export const contactPersonsDecisions: Decisions<Youth, ContactPersonsCommand, ContactPersonsEvent, DecisionContext> = {
  AssignContactPerson: {
    does: 'Names the contact person of an agency for the youth, or a deputy; completes the trekant when no other role is vacant.',
    by: contactPersonsEvents.ContactPersonAssigned.mayAppend,
    rules: [ownRole, agencyIsInvolved, roleIsFree, responsibleUnit, rolesFollowEachOther],
    emits: (command, youth, context) => {
      const { role, deputy = false } = command.data;
      const present = findNamed(youth.contactPersons, role, deputy);
      if (present && isSamePerson(present, command)) return [];
      const vacant = vacancies(youth, context);
      const completes = !deputy && vacant.length === 1 && vacant[0]?.role === role;
      return [
        { type: 'ContactPersonAssigned', data: { ...person(command.data), role, deputy, from: context.on } },
        ...(completes ? [{ type: 'TrekantCompleted', data: { on: context.on } } as const] : []),
      ];
    },
  },
  ReplaceContactPerson: {
    does: 'Lets somebody else take over a role for the youth, or records new contact details of who holds it.',
    by: contactPersonsEvents.ContactPersonReplaced.mayAppend,
    rules: [ownRole, roleIsHeld, responsibleUnit, rolesFollowEachOther],
    emits: ({ data }, { contactPersons }, { on }) => {
      const previous = findNamed(contactPersons, data.role);
      if (!previous) return [];
      const note = data.handoverNote === undefined ? {} : { handoverNote: data.handoverNote };
      return [
        {
          type: 'ContactPersonReplaced',
          data: { ...person(data), role: data.role, previousPersonId: previous.personId, ...note, from: on },
        },
      ];
    },
  },
  ReleaseContactPerson: {
    does: 'Ends a role for the youth; it falls to the municipality’s fixed contact person, if there is one.',
    by: contactPersonsEvents.ContactPersonReleased.mayAppend,
    rules: [ownRole, roleIsHeld, rolesFollowEachOther],
    emits: ({ data: { role, deputy = false, reason } }, { contactPersons }, { on }) => {
      const holder = findNamed(contactPersons, role, deputy);
      return holder ? [{ type: 'ContactPersonReleased', data: { role, deputy, personId: holder.personId, reason, on } }] : [];
    },
  },
  AppointCoordinator: {
    does: 'Appoints the one who coordinates the agencies for the youth.',
    by: contactPersonsEvents.CoordinatorAppointed.mayAppend,
    rules: [noCoordinatorYet, ownCoordination],
    emits: ({ data: { agency, personId, basis } }, _youth, { on }) => [
      { type: 'CoordinatorAppointed', data: { agency, personId, basis, on } },
    ],
  },
  OfferCoordination: {
    does: 'Offers the coordination to another agency; until it is accepted nothing changes, and a new offer takes the place of the old.',
    by: contactPersonsEvents.CoordinationHandOverOffered.mayAppend,
    rules: [ownCoordination, offeredToAnother, agreementCoversBoth],
    emits: ({ data: { to, personId, reason } }, { contactPersons: { offered } }, { actor, on }) =>
      offered?.to === to && offered.personId === personId
        ? []
        : [{ type: 'CoordinationHandOverOffered', data: { from: actor.agency, to, personId, reason, on } }],
  },
  AcceptCoordination: {
    does: 'Takes over the coordination that was offered.',
    by: contactPersonsEvents.CoordinationHandOverAccepted.mayAppend,
    rules: [coordinationIsOffered],
    emits: ({ data: { personId } }, _youth, { actor, on }) => [
      { type: 'CoordinationHandOverAccepted', data: { agency: actor.agency, personId, on } },
    ],
  },
  DeclineCoordination: {
    does: 'Declines the coordination that was offered; the coordinator stays.',
    by: contactPersonsEvents.CoordinationHandOverDeclined.mayAppend,
    rules: [coordinationIsOffered],
    emits: ({ data: { reason } }, _youth, { actor, on }) => [
      { type: 'CoordinationHandOverDeclined', data: { agency: actor.agency, reason, on } },
    ],
  },
};
