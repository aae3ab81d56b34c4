import type { Enrolment, TargetGroupCommand } from './target-group.commands.js';
import { targetGroupDecisions } from './target-group.decisions.js';
import { targetGroupEvents } from './target-group.events.js';
import type { DecisionContext } from '../youth.context.js';
import { type Youth, type YouthEvent, evolveYouth, noYouth } from '../youth.state.js';
import { defaultTerms } from '../../agreement/terms.js';
import type { Agency } from '../../kernel/agency.js';
import type { Day } from '../../kernel/day.js';
import type { Decider } from '../../kernel/decider.js';
import { decideBy } from '../../kernel/decisions.js';
import { syntheticIdentityNumber } from '../../kernel/identifiers.js';
import { registered, somebodyOf, usual } from '../../testing/a-youth.js';
import { scenarioOf } from '../../testing/scenario.js';

const decider: Decider<Youth, TargetGroupCommand, YouthEvent, DecisionContext> = {
  initial: noYouth,
  evolve: evolveYouth,
  decide: decideBy<Youth, TargetGroupCommand, YouthEvent, DecisionContext>({
    table: targetGroupDecisions,
    always: [],
    flagged: ({ id, code }, { on }) => ({ type: 'DeadlineBreached', data: { rule: id, code, on } }),
  }),
};
const { given } = scenarioOf(decider, usual);

const hasQuit: Enrolment = { reason: 'quit', lowerSecondaryCompleted: true, competence: 'none' };

const synthetic = syntheticIdentityNumber('2008-05-20', 0) ?? '';
/** Made by NAV for tests: 40 added to the month. */
const notOfTenor = '20450850056';

const kari = { identityNumber: synthetic, name: 'Kari Test', birthDate: '2008-05-20', municipality: '5006' };
type Said = Partial<typeof kari> & { readonly enrolment?: Enrolment; readonly phone?: string; readonly on?: Day };
const register = (said: Said = {}): TargetGroupCommand => ({ type: 'RegisterYouth', data: { ...kari, ...said } });
const by = (agency: Agency) => ({ actor: somebodyOf(agency) });

const opened: YouthEvent = { type: 'YouthStreamOpened', data: { birthDate: '2008-05-20', municipality: '5006', on: '2026-03-10' } };
const linked: YouthEvent = {
  type: 'IdentityLinked',
  data: { identType: 'tnr', identityNumber: synthetic, name: 'Kari Test', on: '2026-03-10' },
};
const started = [opened, linked];
const withoutAgreement = {
  reason: 'quit',
  schoolYear: '2025/26',
  until: '2032-12-31',
  reentry: false,
  firstContactDueOn: '2026-03-17',
  informationDueOn: '2026-03-24',
  on: '2026-03-10',
} as const;
const member: YouthEvent = { type: 'TargetGroupMembershipOpened', data: { ...withoutAgreement, termsVersion: defaultTerms.version } };

describe('RegisterYouth starts the stream of a youth', () => {
  it('opens the stream and links the identity', () =>
    given()
      .when(register())
      .then(...started));

  it('records how to reach the youth when that is said', () =>
    given()
      .when(register({ phone: '99887766' }))
      .then(...started, { type: 'ContactDetailsRecorded', data: { phone: '99887766', on: '2026-03-10' } }));

  it('enrols at once when it carries an enrolment', () =>
    given()
      .when(register({ enrolment: hasQuit }))
      .then(...started, member));

  it('names no terms where no agreement is in force', () =>
    given()
      .when(register({ enrolment: hasQuit }), { terms: { terms: defaultTerms, fixedPersons: [] } })
      .then(...started, { type: 'TargetGroupMembershipOpened', data: withoutAgreement }));

  it('is open to those who may append its events, and not to schools', () => {
    expect(targetGroupDecisions.RegisterYouth.by).toEqual(targetGroupEvents.YouthStreamOpened.mayAppend);
    given().when(register(), by('SCH')).thenRejected('AGENCY_MAY_NOT_APPEND');
  });

  it.each<[string, string, Said]>([
    ['too old', 'AGE_OUT_OF_TARGET_GROUP', { birthDate: '2001-12-31', enrolment: hasQuit }],
    ['without grunnskole', 'NO_RIGHT_UNDER_5_1', { enrolment: { ...hasQuit, lowerSecondaryCompleted: false } }],
    ['with study competence', 'RIGHT_ALREADY_FULFILLED', { enrolment: { ...hasQuit, competence: 'study' } }],
  ])('enrols nobody %s', (_who, code, said) => given().when(register(said)).thenRejected(code));
});

describe('R71 the check digits of an identity number add up', () => {
  it('rejects one changed digit', () =>
    given()
      .when(register({ identityNumber: `${synthetic.slice(0, 10)}${(Number(synthetic.slice(10)) + 1) % 10}` }))
      .thenRejected('IDENTITY_NUMBER_INVALID'));

  it('accepts the number itself', () => given().when(register()).thenTypes('YouthStreamOpened', 'IdentityLinked'));
});

describe('R64 outside production only synthetic identity numbers are used', () => {
  it('rejects a number with 40 added to the month', () =>
    given()
      .when(register({ identityNumber: notOfTenor }))
      .thenRejected('REAL_IDENT_IN_TEST'));

  it('accepts it in production', () =>
    given()
      .when(register({ identityNumber: notOfTenor }), { onlySyntheticIdentities: false })
      .thenTypes('YouthStreamOpened', 'IdentityLinked'));
});

describe('R75 the birth date is a day no later than the day of registration', () => {
  it('accepts the day itself', () =>
    given()
      .when(register({ birthDate: '2026-03-10' }))
      .thenTypes('YouthStreamOpened', 'IdentityLinked'));
  it('rejects the day after', () =>
    given()
      .when(register({ birthDate: '2026-03-11' }))
      .thenRejected('BIRTH_DATE_IMPOSSIBLE'));
  it('rejects a day that is not in the calendar', () =>
    given()
      .when(register({ birthDate: '2007-02-29' }))
      .thenRejected('BIRTH_DATE_IMPOSSIBLE'));
});

describe('R79 the municipality number was in use on the day', () => {
  it('accepts Steinkjer by its number of today', () =>
    given()
      .when(register({ on: '2020-01-01' }))
      .thenTypes('YouthStreamOpened', 'IdentityLinked'));
  it('rejects it the day before it came into use', () =>
    given()
      .when(register({ on: '2019-12-31' }))
      .thenRejected('UNKNOWN_MUNICIPALITY_AT_DATE'));
  it('rejects a move to a number that has ended', () =>
    given(...registered())
      .when({ type: 'ChangeResidence', data: { municipality: '1702' } })
      .thenRejected('UNKNOWN_MUNICIPALITY_AT_DATE'));
});

describe('R70 only OT enrols while registering', () => {
  it('rejects an enrolment by NAV', () =>
    given()
      .when(register({ enrolment: hasQuit }), by('NAV'))
      .thenRejected('ENROLMENT_IS_FOR_OT'));
  it('accepts registration by NAV without it', () => given().when(register(), by('NAV')).thenTypes('YouthStreamOpened', 'IdentityLinked'));
});

describe('ChangeResidence, RecordContactDetails, RegisterGuardian and OpenPreventiveCase record facts', () => {
  it('records a move', () =>
    given(...registered())
      .when({ type: 'ChangeResidence', data: { municipality: '5001' } })
      .then({ type: 'ResidenceChanged', data: { municipality: '5001', from: '2026-03-10' } }));

  it('does nothing when the youth lives there already', () =>
    given(...registered())
      .when({ type: 'ChangeResidence', data: { municipality: '5006' } })
      .thenNothing());

  it('records only the contact details that are said', () =>
    given(...registered())
      .when({ type: 'RecordContactDetails', data: { email: 'kari@example.no' } }, by('Y'))
      .then({ type: 'ContactDetailsRecorded', data: { email: 'kari@example.no', on: '2026-03-10' } }));

  it('does nothing when none is said', () =>
    given(...registered())
      .when({ type: 'RecordContactDetails', data: {} })
      .thenNothing());

  it('registers a guardian under a new id', () =>
    given(...registered())
      .when({ type: 'RegisterGuardian', data: { name: 'Ola Test', basis: 'guardianship', to: '2026-05-20' } })
      .then({
        type: 'GuardianRegistered',
        data: { guardianId: 'new-id', name: 'Ola Test', basis: 'guardianship', from: '2026-03-10', to: '2026-05-20' },
      }));

  it('opens a preventive case by the school', () =>
    given(...registered())
      .when({ type: 'OpenPreventiveCase', data: { level: 'upper-secondary', trigger: 'absence' } }, by('SCH'))
      .then({ type: 'PreventiveCaseOpened', data: { level: 'upper-secondary', trigger: 'absence', on: '2026-03-10' } }));

  it('refuses it to NAV', () =>
    given(...registered())
      .when({ type: 'OpenPreventiveCase', data: { level: 'upper-secondary', trigger: 'absence' } }, by('NAV'))
      .thenRejected('AGENCY_MAY_NOT_APPEND'));
});
