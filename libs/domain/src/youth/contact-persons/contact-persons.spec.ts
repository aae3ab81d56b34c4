import type { ContactPersonsCommand } from './contact-persons.commands.js';
import { contactPersonsDecisions } from './contact-persons.decisions.js';
import type { ContactRole } from './contact-persons.events.js';
import { corners } from './corners.js';
import type { DecisionContext } from '../youth.context.js';
import { type Youth, type YouthEvent, evolveYouth, noYouth } from '../youth.state.js';
import { type FixedPerson, type Terms, type Unit, defaultTerms } from '../../agreement/terms.js';
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

const as = (role: ContactRole) => ({ actor: somebodyOf(role) });
const underTerms = (changes: Partial<Terms>): Pick<DecisionContext, 'terms'> => ({
  terms: { ...usual.terms, terms: { ...defaultTerms, ...changes } },
});
const withFixed = (...roles: readonly ContactRole[]): Pick<DecisionContext, 'terms'> => ({
  terms: { ...usual.terms, fixedPersons: roles.map((role) => fixed(role)) },
});
const fixed = (role: ContactRole): FixedPerson => ({ role, personId: `fixed-${role}`, unit: `unit-${role}`, from: '2025-01-01' });

const named = (role: ContactRole, from = '2025-10-01', deputy = false): YouthEvent => ({
  type: 'ContactPersonAssigned',
  data: { role, deputy, personId: `person-${role}`, unit: `unit-${role}`, name: 'Kari', from },
});
const released = (role: ContactRole, on: string): YouthEvent => ({
  type: 'ContactPersonReleased',
  data: { role, deputy: false, personId: `person-${role}`, reason: 'moved on', on },
});
const referredToPpt: YouthEvent = {
  type: 'ReferredToPpt',
  data: {
    referralId: 'referral-1',
    from: 'OT',
    toUnit: 'ppt-5006',
    reason: 'needs',
    categories: ['education'],
    basis: { statute: 'FVL_13B_1_5' },
    answerDueOn: '2026-03-20',
    on: '2026-03-01',
  },
};

const someone = { personId: 'person-new', unit: 'unit-new', name: 'Ola' };
const assign = (role: ContactRole, more: { deputy?: boolean; personId?: string; unit?: string } = {}): ContactPersonsCommand => ({
  type: 'AssignContactPerson',
  data: { ...someone, ...more, role },
});
const replace = (role: ContactRole, on?: string): ContactPersonsCommand => ({
  type: 'ReplaceContactPerson',
  data: { ...someone, role, phone: '74000000', handoverNote: 'Ring først', ...(on && { on }) },
});
const release = (role: ContactRole, more: { deputy?: boolean; on?: string } = {}): ContactPersonsCommand => ({
  type: 'ReleaseContactPerson',
  data: { role, reason: 'moved on', ...more },
});

describe('A contact person is named, replaced and released', () => {
  it('names the contact person of an agency', () =>
    given(...registered())
      .when(assign('OT'))
      .then({ type: 'ContactPersonAssigned', data: { ...someone, role: 'OT', deputy: false, from: '2026-03-10' } }));

  it('does nothing when the same person holds the role already', () =>
    given(...registered(), named('OT'))
      .when(assign('OT', { personId: 'person-OT', unit: 'unit-OT' }))
      .thenNothing());

  it('replaces the holder and remembers who it was', () =>
    given(...registered(), named('OT'))
      .when(replace('OT'))
      .then({
        type: 'ContactPersonReplaced',
        data: { ...someone, phone: '74000000', role: 'OT', previousPersonId: 'person-OT', handoverNote: 'Ring først', from: '2026-03-10' },
      }));

  it('releases the holder', () =>
    given(...registered(), named('OT'))
      .when(release('OT'))
      .then({
        type: 'ContactPersonReleased',
        data: { role: 'OT', deputy: false, personId: 'person-OT', reason: 'moved on', on: '2026-03-10' },
      }));
});

describe('The trekant is complete when the last corner is filled', () => {
  it('tells so in the same decision', () =>
    given(...registered(), named('OT'), named('NAV'))
      .when(assign('KOM'), as('KOM'))
      .thenTypes('ContactPersonAssigned', 'TrekantCompleted'));

  it('counts the fixed contact person of the municipality', () =>
    given(...registered(), named('OT'))
      .when(assign('KOM'), { ...as('KOM'), ...withFixed('NAV') })
      .thenTypes('ContactPersonAssigned', 'TrekantCompleted'));

  it('stays quiet while another corner is vacant', () =>
    given(...registered(), named('OT'))
      .when(assign('KOM'), as('KOM'))
      .thenTypes('ContactPersonAssigned'));

  it('stays quiet when the trekant was complete before', () =>
    given(...registered(), named('OT'))
      .when(assign('KOM'), { ...as('KOM'), ...withFixed('NAV', 'KOM') })
      .thenTypes('ContactPersonAssigned'));

  it('stays quiet for a deputy', () =>
    given(...registered(), named('OT'), named('NAV'))
      .when(assign('KOM', { deputy: true }), as('KOM'))
      .thenTypes('ContactPersonAssigned'));
});

describe('Corners fall to the municipality where nobody is named', () => {
  const youth = (...events: readonly YouthEvent[]) => [...registered(), ...events].reduce(evolveYouth, noYouth);
  const sources = (on: string, ...events: readonly YouthEvent[]) =>
    corners(youth(...events), { ...usual, on, ...withFixed('NAV') }).map(({ role, source }) => [role, source]);

  it('knows the named, the fixed and the vacant', () =>
    expect(corners(youth(named('OT')), { ...usual, ...withFixed('NAV') })).toMatchObject([
      { role: 'OT', source: 'named', holder: { personId: 'person-OT' } },
      { role: 'NAV', source: 'municipality', holder: { personId: 'fixed-NAV' } },
      { role: 'KOM', source: 'vacant', since: '2025-09-01' },
    ]));

  it('counts a vacancy from the release', () =>
    expect(corners(youth(named('KOM'), released('KOM', '2026-03-01')), usual)[2]).toEqual({
      role: 'KOM',
      source: 'vacant',
      since: '2026-03-01',
    }));

  it('judges on the day: before a release the holder stands, from it nobody does', () => {
    const story = [named('KOM', '2025-10-01'), released('KOM', '2026-03-01')];
    expect(sources('2026-02-28', ...story)).toContainEqual(['KOM', 'named']);
    expect(sources('2026-03-01', ...story)).toContainEqual(['KOM', 'vacant']);
  });

  it('asks for PPT only when PPT is involved, where the terms want it', () => {
    const context = { ...usual, ...underTerms({ trekant: { roles: ['OT', 'PPT'], graceDays: 14, allowDeputy: true } }) };
    expect(corners(youth(), context).map(({ role }) => role)).toEqual(['OT']);
    expect(corners(youth(referredToPpt), context).map(({ role }) => role)).toEqual(['OT', 'PPT']);
  });
});

describe('R19 an agency names its own contact person', () => {
  it('accepts NAV for the role of NAV', () =>
    given(...registered())
      .when(assign('NAV'), as('NAV'))
      .thenTypes('ContactPersonAssigned'));
  it('rejects OT for the role of NAV', () =>
    given(...registered())
      .when(assign('NAV'))
      .thenRejected('NOT_YOUR_ROLE'));
  it('rejects OT that releases NAV', () =>
    given(...registered(), named('NAV'))
      .when(release('NAV'))
      .thenRejected('NOT_YOUR_ROLE'));
});

describe('R20 one person holds a role, with at most one deputy', () => {
  it('rejects a second holder', () =>
    given(...registered(), named('OT'))
      .when(assign('OT'))
      .thenRejected('ROLE_ALREADY_FILLED'));

  it('accepts a new holder after a release', () =>
    given(...registered(), named('OT'), released('OT', '2026-03-01'))
      .when(assign('OT'))
      .thenTypes('ContactPersonAssigned'));

  it('accepts a deputy where the terms allow it', () =>
    given(...registered(), named('OT'))
      .when(assign('OT', { deputy: true }))
      .thenTypes('ContactPersonAssigned'));

  it('rejects a second deputy', () =>
    given(...registered(), named('OT', '2025-10-01', true))
      .when(assign('OT', { deputy: true }))
      .thenRejected('ROLE_ALREADY_FILLED'));

  it('rejects a deputy where the terms do not allow it', () =>
    given(...registered(), named('OT'))
      .when(assign('OT', { deputy: true }), underTerms({ trekant: { ...defaultTerms.trekant, allowDeputy: false } }))
      .thenRejected('ROLE_ALREADY_FILLED'));
});

describe('R21 the unit serves the municipality on the day', () => {
  const unit = (changes: Partial<Unit>): Unit => ({
    unit: 'unit-new',
    name: 'OT Steinkjer',
    agency: 'OT',
    municipalities: ['5006'],
    from: '2026-03-10',
    ...changes,
  });

  it('accepts a unit from its first day', () =>
    given(...registered())
      .when(assign('OT'), underTerms({ units: [unit({})] }))
      .thenTypes('ContactPersonAssigned'));

  it('rejects a unit the day before', () =>
    given(...registered())
      .when(assign('OT'), { on: '2026-03-09', ...underTerms({ units: [unit({})] }) })
      .thenRejected('UNIT_NOT_RESPONSIBLE'));

  it('rejects a unit of another municipality', () =>
    given(...registered())
      .when(assign('OT'), underTerms({ units: [unit({ municipalities: ['5007'] })] }))
      .thenRejected('UNIT_NOT_RESPONSIBLE'));

  it('accepts any unit when the terms list none of the agency', () =>
    given(...registered())
      .when(assign('OT'), underTerms({ units: [unit({ agency: 'NAV' })] }))
      .thenTypes('ContactPersonAssigned'));
});

describe('R80 only who is named is replaced or released', () => {
  it('rejects a replacement of nobody', () =>
    given(...registered())
      .when(replace('OT'))
      .thenRejected('ROLE_NOT_HELD'));
  it('rejects a release of nobody', () =>
    given(...registered())
      .when(release('OT'))
      .thenRejected('ROLE_NOT_HELD'));
  it('rejects the release of a deputy where only a holder is named', () =>
    given(...registered(), named('OT'))
      .when(release('OT', { deputy: true }))
      .thenRejected('ROLE_NOT_HELD'));
});

describe('R81 times in a role follow each other', () => {
  it('accepts a replacement on the day that the holder began', () =>
    given(...registered(), named('OT', '2026-03-01'))
      .when(replace('OT', '2026-03-01'))
      .thenTypes('ContactPersonReplaced'));

  it('rejects a replacement the day before', () =>
    given(...registered(), named('OT', '2026-03-01'))
      .when(replace('OT', '2026-02-28'))
      .thenRejected('ROLE_DAYS_OVERLAP'));
});

describe('R82 PPT and barnevern have a contact person when they are involved', () => {
  const consentToBv = (validTo: string): YouthEvent => ({
    type: 'ConsentGiven',
    data: {
      consentId: 'consent-1',
      giver: 'youth',
      from: 'BV',
      to: 'OT',
      categories: ['coordination'],
      purpose: 'coordinate-follow-up',
      validFrom: '2026-01-01',
      validTo,
      formVersion: '1',
      how: 'written',
      on: '2026-01-01',
    },
  });

  it('accepts PPT after a referral', () =>
    given(...registered(), referredToPpt)
      .when(assign('PPT'), as('PPT'))
      .thenTypes('ContactPersonAssigned'));

  it('rejects PPT without one', () =>
    given(...registered())
      .when(assign('PPT'), as('PPT'))
      .thenRejected('AGENCY_NOT_INVOLVED'));

  it('accepts barnevern on the last day of a consent', () =>
    given(...registered(), consentToBv('2026-03-10'))
      .when(assign('BV'), as('BV'))
      .thenTypes('ContactPersonAssigned'));

  it('rejects barnevern the day after', () =>
    given(...registered(), consentToBv('2026-03-09'))
      .when(assign('BV'), as('BV'))
      .thenRejected('AGENCY_NOT_INVOLVED'));
});
