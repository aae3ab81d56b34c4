import type { AgreementCommand } from './agreement.commands.js';
import type { AgreementContext } from './agreement.context.js';
import { type AgreementEvent, agreementEvents } from './agreement.events.js';
import { agreementIsInForce, betweenParties, coversAgencyAndPlace, signedOnce, unitServesMunicipality } from './agreement.rules.js';
import { type Agreement, findAdaptation } from './agreement.state.js';
import { adaptationIsProposed, anchoredByBoth, notBelowFloor, ownAnchor } from './local-adaptation.rules.js';
import { ownRole } from '../youth/contact-persons/contact-persons.rules.js';
import type { Decisions } from '../kernel/decisions.js';

export const agreementDecisions: Decisions<Agreement, AgreementCommand, AgreementEvent, AgreementContext> = {
  SignAgreement: {
    does: 'Signs a cooperation agreement between agencies for a county and a period, with its terms.',
    by: agreementEvents.AgreementSigned.mayAppend,
    rules: [signedOnce, betweenParties],
    emits: ({ data: { county, parties, level, from, to, terms } }, _agreement, { newId, on }) => [
      { type: 'AgreementSigned', data: { agreementId: newId, county, parties, level, from, to, terms, on } },
    ],
  },
  NameFixedContactPerson: {
    does: 'Names the fixed contact person of an agency for everybody in a municipality; the one before leaves the role.',
    by: agreementEvents.FixedContactPersonNamed.mayAppend,
    rules: [agreementIsInForce, ownRole, coversAgencyAndPlace, unitServesMunicipality],
    emits: ({ data: { municipality, role, personId, unit, name, phone, email } }, _agreement, { on }) => [
      {
        type: 'FixedContactPersonNamed',
        data: {
          municipality,
          role,
          personId,
          unit,
          name,
          ...(phone !== undefined && { phone }),
          ...(email !== undefined && { email }),
          from: on,
        },
      },
    ],
  },
  ReleaseFixedContactPerson: {
    does: 'Ends the role of a fixed contact person in a municipality.',
    by: agreementEvents.FixedContactPersonReleased.mayAppend,
    rules: [agreementIsInForce, ownRole, coversAgencyAndPlace],
    emits: ({ data: { municipality, role } }, { fixedPersons }, { on }) =>
      fixedPersons
        .filter((person) => person.municipality === municipality && person.role === role && person.to === undefined)
        .map(({ personId }) => ({ type: 'FixedContactPersonReleased', data: { municipality, role, personId, on } })),
  },
  ProposeLocalAdaptation: {
    does: 'Proposes other terms for one municipality.',
    by: agreementEvents.LocalAdaptationProposed.mayAppend,
    rules: [agreementIsInForce, coversAgencyAndPlace, notBelowFloor],
    emits: ({ data: { municipality, changes, from } }, _agreement, { newId, on }) => [
      { type: 'LocalAdaptationProposed', data: { adaptationId: newId, municipality, changes, from, on } },
    ],
  },
  AnchorLocalAdaptation: {
    does: "Records that the school's principal or NAV's service-area leader stands behind a local adaptation.",
    by: agreementEvents.LocalAdaptationAnchored.mayAppend,
    rules: [agreementIsInForce, adaptationIsProposed, ownAnchor],
    emits: ({ data: { adaptationId, anchor } }, agreement, { on }) =>
      findAdaptation(agreement, adaptationId)?.anchoredBy.includes(anchor)
        ? []
        : [{ type: 'LocalAdaptationAnchored', data: { adaptationId, anchor, on } }],
  },
  ApproveLocalAdaptation: {
    does: 'Approves an anchored local adaptation; it holds from the day proposed, at the earliest from the approval.',
    by: agreementEvents.LocalAdaptationApproved.mayAppend,
    rules: [agreementIsInForce, adaptationIsProposed, anchoredByBoth, notBelowFloor],
    emits: ({ data: { adaptationId } }, agreement, { on }) => {
      const adaptation = findAdaptation(agreement, adaptationId);
      if (adaptation === undefined || adaptation.approvedOn !== undefined) return [];
      const { municipality, changes, from } = adaptation;
      return [{ type: 'LocalAdaptationApproved', data: { adaptationId, municipality, changes, from: from < on ? on : from, on } }];
    },
  },
  TerminateAgreement: {
    does: 'Ends the agreement before its time; the day is the first without it.',
    by: agreementEvents.AgreementTerminated.mayAppend,
    rules: [agreementIsInForce],
    emits: ({ data: { reason } }, _agreement, { on }) => [{ type: 'AgreementTerminated', data: { reason, on } }],
  },
};
