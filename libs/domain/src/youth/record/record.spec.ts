import { scenarioOf } from '../../testing/scenario.js';
import { enrolled, registered, somebodyOf, usual } from '../../testing/a-youth.js';
import { youthDecider } from '../youth.decider.js';
import type { YouthCommand } from '../youth.state.js';

const { given } = scenarioOf(youthDecider, usual);

const attempt: YouthCommand = { type: 'RecordContactAttempt', data: { channel: 'phone', outcome: 'no-answer' } };
const on = (day: string): YouthCommand => ({ ...attempt, data: { ...attempt.data, on: day } }) as YouthCommand;

describe('R65 a youth is registered before anything else', () => {
  it('rejects a command to a stream that nobody has opened', () => given().when(attempt).thenRejected('YOUTH_NOT_REGISTERED'));
  it('accepts it when the youth is registered', () =>
    given(...enrolled())
      .when(attempt)
      .thenTypes('ContactAttempted', 'DeadlineBreached'));
});

describe('R67 a youth is registered once', () => {
  it('rejects registering a second time', () =>
    given(...registered())
      .when({
        type: 'RegisterYouth',
        data: { identityNumber: '20880899997', name: 'Ada Demo', birthDate: '2008-08-20', municipality: '5006' },
      })
      .thenRejected('YOUTH_ALREADY_REGISTERED'));
  it('accepts the first time', () =>
    given()
      .when({
        type: 'RegisterYouth',
        data: { identityNumber: '20880899997', name: 'Ada Demo', birthDate: '2008-08-20', municipality: '5006' },
      })
      .thenTypes('YouthStreamOpened', 'IdentityLinked'));
});

describe('R66 what is recorded has happened', () => {
  it('rejects tomorrow', () =>
    given(...enrolled())
      .when(on('2026-03-11'))
      .thenRejected('FACT_IN_THE_FUTURE'));
  it('accepts today', () =>
    given(...enrolled())
      .when(on('2026-03-10'))
      .thenTypes('ContactAttempted', 'DeadlineBreached'));
});

describe('R62 the county where the youth lives records', () => {
  const moved = { type: 'ResidenceChanged', data: { municipality: '3401', from: '2026-01-15' } } as const;
  const ofInnlandet = { actor: { ...somebodyOf('OT'), county: '34' } };

  it('rejects OT of another county', () =>
    given(...enrolled())
      .when(attempt, ofInnlandet)
      .thenRejected('NOT_RESPONSIBLE_COUNTY'));
  it('accepts the old county within the grace after a move', () =>
    given(...enrolled(), moved)
      .when(on('2026-02-14'))
      .thenTypes('ContactAttempted', 'DeadlineBreached'));
  it('rejects the old county when the grace is over', () =>
    given(...enrolled(), moved)
      .when(on('2026-02-15'))
      .thenRejected('NOT_RESPONSIBLE_COUNTY'));
  it('accepts the new county from the day of the move', () =>
    given(...enrolled(), moved)
      .when(on('2026-01-15'), ofInnlandet)
      .thenTypes('ContactAttempted', 'DeadlineBreached'));
  it('lets the new county record the move that makes it responsible', () =>
    given(...enrolled())
      .when({ type: 'ChangeResidence', data: { municipality: '3401' } }, ofInnlandet)
      .thenTypes('ResidenceChanged'));
  it('leaves agencies without a county alone', () =>
    given(...enrolled())
      .when(attempt, { actor: somebodyOf('NAV') })
      .thenTypes('ContactAttempted', 'DeadlineBreached'));
});

describe('R51 an agency appends only its own facts', () => {
  it('rejects a NAV measure from OT', () =>
    given(...enrolled())
      .when({ type: 'RegisterWithNav', data: { kind: 'follow-up' } })
      .thenRejected('AGENCY_MAY_NOT_APPEND'));
});
