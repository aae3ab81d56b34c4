import type { ContactPersonsCommand } from './contact-persons.commands.js';
import { contactPersonsDecisions } from './contact-persons.decisions.js';
import type { DecisionContext } from '../youth.context.js';
import { type Youth, type YouthEvent, evolveYouth, noYouth } from '../youth.state.js';
import type { Agency } from '../../kernel/agency.js';
import type { Decider } from '../../kernel/decider.js';
import { decideBy } from '../../kernel/decisions.js';
import { registered, somebodyOf, usual } from '../../testing/a-youth.js';
import { scenarioOf } from '../../testing/scenario.js';

const decider: Decider<Youth, ContactPersonsCommand, YouthEvent, DecisionContext> = {
  initial: noYouth,
  evolve: evolveYouth,
  decide: decideBy<Youth, ContactPersonsCommand, YouthEvent, DecisionContext>({
    table: contactPersonsDecisions,
    always: [],
    flagged: ({ id, code }, { on }) => ({ type: 'DeadlineBreached', data: { rule: id, code, on } }),
  }),
};
const { given } = scenarioOf(decider, usual);

const as = (agency: Agency) => ({ actor: somebodyOf(agency) });

const appointed: YouthEvent = {
  type: 'CoordinatorAppointed',
  data: { agency: 'OT', personId: 'ot-1', basis: 'OPL_9_4', on: '2025-10-01' },
};
const offered: YouthEvent = {
  type: 'CoordinationHandOverOffered',
  data: { from: 'OT', to: 'NAV', personId: 'nav-1', reason: 'NAV does most now', on: '2026-03-01' },
};
const declined: YouthEvent = { type: 'CoordinationHandOverDeclined', data: { agency: 'NAV', reason: 'no capacity', on: '2026-03-05' } };
const accepted: YouthEvent = { type: 'CoordinationHandOverAccepted', data: { agency: 'NAV', personId: 'nav-1', on: '2026-03-05' } };

const appoint = (agency: Agency): ContactPersonsCommand => ({
  type: 'AppointCoordinator',
  data: { agency, personId: 'ot-1', basis: 'OPL_9_4' },
});
const offer = (to: Agency, personId = 'nav-1'): ContactPersonsCommand => ({
  type: 'OfferCoordination',
  data: { to, personId, reason: 'NAV does most now' },
});
const accept: ContactPersonsCommand = { type: 'AcceptCoordination', data: { personId: 'nav-1' } };
const decline: ContactPersonsCommand = { type: 'DeclineCoordination', data: { reason: 'no capacity' } };

describe('The coordination is appointed, offered, accepted or declined', () => {
  it('appoints a coordinator', () =>
    given(...registered())
      .when(appoint('OT'))
      .then({ type: 'CoordinatorAppointed', data: { agency: 'OT', personId: 'ot-1', basis: 'OPL_9_4', on: '2026-03-10' } }));

  it('offers the coordination', () =>
    given(...registered(), appointed)
      .when(offer('NAV'))
      .then({
        type: 'CoordinationHandOverOffered',
        data: { from: 'OT', to: 'NAV', personId: 'nav-1', reason: 'NAV does most now', on: '2026-03-10' },
      }));

  it('does nothing when the same offer is open', () =>
    given(...registered(), appointed, offered)
      .when(offer('NAV'))
      .thenNothing());

  it('takes it over', () =>
    given(...registered(), appointed, offered)
      .when(accept, as('NAV'))
      .then({ type: 'CoordinationHandOverAccepted', data: { agency: 'NAV', personId: 'nav-1', on: '2026-03-10' } }));

  it('declines it', () =>
    given(...registered(), appointed, offered)
      .when(decline, as('NAV'))
      .then({ type: 'CoordinationHandOverDeclined', data: { agency: 'NAV', reason: 'no capacity', on: '2026-03-10' } }));
});

describe('R83 a youth has one coordinator', () => {
  it('rejects a second one', () =>
    given(...registered(), appointed)
      .when(appoint('NAV'), as('NAV'))
      .thenRejected('COORDINATOR_ALREADY_APPOINTED'));
});

describe('R84 an agency disposes of its own coordination', () => {
  it('rejects the appointment of somebody of another agency', () =>
    given(...registered())
      .when(appoint('NAV'))
      .thenRejected('NOT_COORDINATING_AGENCY'));

  it('rejects an offer by an agency that does not coordinate', () =>
    given(...registered(), appointed)
      .when(offer('KOM'), as('NAV'))
      .thenRejected('NOT_COORDINATING_AGENCY'));

  it('rejects an offer where nobody coordinates', () =>
    given(...registered())
      .when(offer('NAV'))
      .thenRejected('NOT_COORDINATING_AGENCY'));

  it('lets the old coordinator stay until the offer is accepted', () =>
    given(...registered(), appointed, offered)
      .when(offer('KOM', 'kom-1'))
      .thenTypes('CoordinationHandOverOffered'));

  it('lets the new coordinator dispose of it from then', () => {
    given(...registered(), appointed, offered, accepted)
      .when(offer('KOM', 'kom-1'), as('NAV'))
      .thenTypes('CoordinationHandOverOffered');
    given(...registered(), appointed, offered, accepted)
      .when(offer('KOM', 'kom-1'))
      .thenRejected('NOT_COORDINATING_AGENCY');
  });
});

describe('R85 the coordination is offered to another agency that can coordinate', () => {
  it.each<Agency>(['OT', 'PPT'])('rejects an offer from OT to %s', (to) =>
    given(...registered(), appointed)
      .when(offer(to))
      .thenRejected('HAND_OVER_TO_ANOTHER_AGENCY'),
  );
});

describe('R86 the agency that was offered the coordination answers', () => {
  it.each([accept, decline])('rejects $type by another agency', (answer) =>
    given(...registered(), appointed, offered)
      .when(answer, as('KOM'))
      .thenRejected('COORDINATION_NOT_OFFERED'),
  );

  it('rejects an answer where nothing is offered', () =>
    given(...registered(), appointed)
      .when(accept, as('NAV'))
      .thenRejected('COORDINATION_NOT_OFFERED'));

  it('rejects an answer after the offer was declined', () =>
    given(...registered(), appointed, offered, declined)
      .when(accept, as('NAV'))
      .thenRejected('COORDINATION_NOT_OFFERED'));
});

describe('R52 a hand-over rests on an agreement between both agencies', () => {
  it('rejects an offer to an agency that is no party', () =>
    given(...registered(), appointed)
      .when(offer('KOM'), { terms: { ...usual.terms, agreement: { agreementId: 'agreement-1', parties: ['OT', 'NAV'] } } })
      .thenRejected('NO_AGREEMENT_IN_FORCE'));
});
