import type { Enrolment, TargetGroupCommand } from './target-group.commands.js';
import { targetGroupDecisions } from './target-group.decisions.js';
import type { DecisionContext } from '../youth.context.js';
import { type Youth, type YouthEvent, evolveYouth, noYouth } from '../youth.state.js';
import { defaultTerms } from '../../agreement/terms.js';
import type { Day } from '../../kernel/day.js';
import type { DataOf, Decider, Named } from '../../kernel/decider.js';
import { decideBy } from '../../kernel/decisions.js';
import { enrolled, registered, usual } from '../../testing/a-youth.js';
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
const enrol = (said: Partial<Enrolment> & { readonly on?: Day } = {}): TargetGroupCommand => ({
  type: 'OpenMembership',
  data: { ...hasQuit, ...said },
});
const close = (data: DataOf<TargetGroupCommand, 'CloseMembership'>): TargetGroupCommand => ({ type: 'CloseMembership', data });
const closedOn = (on: Day, reason: 'age' | 'moved' | 'mistake' = 'moved'): YouthEvent => ({
  type: 'TargetGroupMembershipClosed',
  data: { reason, on },
});
type Opened = Named<YouthEvent, 'TargetGroupMembershipOpened'>;
const member = (said: Partial<Opened['data']> = {}): Opened => ({
  type: 'TargetGroupMembershipOpened',
  data: {
    reason: 'quit',
    schoolYear: '2025/26',
    until: '2032-12-31',
    reentry: false,
    termsVersion: defaultTerms.version,
    firstContactDueOn: '2026-03-17',
    informationDueOn: '2026-03-24',
    on: '2026-03-10',
    ...said,
  },
});

describe('R01 the target group lasts to 31 December of the year of the age limit', () => {
  it('accepts the last day of the year of turning 24', () =>
    given(...registered('2001-06-15'))
      .when(enrol({ on: '2025-12-31' }))
      .thenTypes('TargetGroupMembershipOpened'));

  it('rejects the day after', () =>
    given(...registered('2001-06-15'))
      .when(enrol({ on: '2026-01-01' }))
      .thenRejected('AGE_OUT_OF_TARGET_GROUP'));

  it('rejects who turns 22 that year on the last day of the old law', () =>
    given(...registered('2002-06-15'))
      .when(enrol({ on: '2024-07-31' }))
      .thenRejected('AGE_OUT_OF_TARGET_GROUP'));

  it('accepts who turns 21 that year under the old law, until the end of it', () => {
    const dues = { firstContactDueOn: '2024-08-07', informationDueOn: '2024-08-14' };
    given(...registered('2003-06-15'))
      .when(enrol({ on: '2024-07-31' }))
      .then(member({ schoolYear: '2023/24', until: '2024-12-31', ...dues, on: '2024-07-31' }));
  });

  it.each([
    ['2000-01-01', '2024-12-31'],
    ['2001-06-15', '2025-12-31'],
    ['2002-12-31', '2026-12-31'],
  ])('takes back who is born %s and left because of age, on the first day of the new law', (birthDate, until) => {
    const first = member({ schoolYear: '2018/19', until: '2021-12-31', on: '2018-10-01' });
    const dues = { firstContactDueOn: '2024-08-08', informationDueOn: '2024-08-15' };
    given(...registered(birthDate), first, closedOn('2024-01-01', 'age'))
      .when(enrol({ on: '2024-08-01' }))
      .then(member({ schoolYear: '2024/25', until, reentry: true, ...dues, on: '2024-08-01' }));
  });
});

describe('R02 a member has completed grunnskole', () => {
  it('rejects who has not', () =>
    given(...registered())
      .when(enrol({ lowerSecondaryCompleted: false }))
      .thenRejected('NO_RIGHT_UNDER_5_1'));
  it('accepts who has', () =>
    given(...registered())
      .when(enrol())
      .thenTypes('TargetGroupMembershipOpened'));
});

describe('R03 study or vocational competence uses up the right', () => {
  const completed = (competence: 'basic' | 'vocational' | 'study'): YouthEvent => ({
    type: 'SchoolCompleted',
    data: { competence, on: '2026-03-10' },
  });

  it('rejects who says so', () =>
    given(...registered())
      .when(enrol({ competence: 'vocational' }))
      .thenRejected('RIGHT_ALREADY_FULFILLED'));
  it('accepts competence at a lower level', () =>
    given(...registered())
      .when(enrol({ competence: 'basic' }))
      .thenTypes('TargetGroupMembershipOpened'));
  it('rejects who completed school that day', () =>
    given(...registered(), completed('study'))
      .when(enrol())
      .thenRejected('RIGHT_ALREADY_FULFILLED'));
  it('accepts a day before that', () =>
    given(...registered(), completed('study'))
      .when(enrol({ on: '2026-03-09' }))
      .thenTypes('TargetGroupMembershipOpened'));
});

describe('R04 who is in school, apprenticeship or work is not in the target group', () => {
  const works = (percent: number): YouthEvent => ({ type: 'EmploymentStarted', data: { percent, source: 'youth', from: '2026-01-01' } });
  const isPupil: YouthEvent = { type: 'SchoolStarted', data: { school: '1', programme: 'ST', private: false, on: '2025-08-18' } };
  const isApprentice: YouthEvent = {
    type: 'ApprenticeshipStarted',
    data: { contractKind: 'apprentice', trade: 'carpenter', on: '2025-08-18' },
  };

  it('rejects a pupil', () =>
    given(...registered(), isPupil)
      .when(enrol())
      .thenRejected('NOT_IN_TARGET_GROUP'));
  it('rejects an apprentice', () =>
    given(...registered(), isApprentice)
      .when(enrol())
      .thenRejected('NOT_IN_TARGET_GROUP'));
  it('accepts the day before school started', () =>
    given(...registered(), isPupil)
      .when(enrol({ on: '2025-08-17' }))
      .thenTypes('TargetGroupMembershipOpened'));

  it('accepts a pupil from the day of quitting', () =>
    given(...registered(), isPupil, { type: 'SchoolInterrupted', data: { cause: 'motivation', on: '2026-03-10' } })
      .when(enrol())
      .thenTypes('TargetGroupMembershipOpened'));

  it('rejects the day before quitting', () =>
    given(...registered(), isPupil, { type: 'SchoolInterrupted', data: { cause: 'motivation', on: '2026-03-10' } })
      .when(enrol({ on: '2026-03-09' }))
      .thenRejected('NOT_IN_TARGET_GROUP'));

  it('accepts a job of 49 percent', () =>
    given(...registered(), works(49))
      .when(enrol())
      .thenTypes('TargetGroupMembershipOpened'));
  it('rejects a job of 50 percent', () =>
    given(...registered(), works(50))
      .when(enrol())
      .thenRejected('NOT_IN_TARGET_GROUP'));
  it('rejects two jobs that make 50 percent together', () =>
    given(...registered(), works(30), works(20))
      .when(enrol())
      .thenRejected('NOT_IN_TARGET_GROUP'));
});

describe('R72 a youth has one membership at a time', () => {
  it('rejects a second one', () =>
    given(...enrolled())
      .when(enrol())
      .thenRejected('MEMBERSHIP_ALREADY_OPEN'));
  it('accepts a new one on the day that the last was closed', () =>
    given(...enrolled(), closedOn('2026-03-10'))
      .when(enrol())
      .thenTypes('TargetGroupMembershipOpened'));
  it('rejects the day before', () =>
    given(...enrolled(), closedOn('2026-03-10'))
      .when(enrol({ on: '2026-03-09' }))
      .thenRejected('MEMBERSHIP_ALREADY_OPEN'));

  it('does not call it re-entry after a membership by mistake', () =>
    given(...enrolled(), closedOn('2026-03-10', 'mistake'))
      .when(enrol())
      .then(member()));
});

describe('R73 CloseMembership needs a membership that is open on the day', () => {
  it('closes it', () =>
    given(...enrolled())
      .when(close({ reason: 'in_work' }))
      .then({ type: 'TargetGroupMembershipClosed', data: { reason: 'in_work', on: '2026-03-10' } }));
  it('accepts the day it was opened', () =>
    given(...enrolled())
      .when(close({ reason: 'mistake', on: '2025-09-01' }))
      .thenTypes('TargetGroupMembershipClosed'));
  it('rejects the day before', () =>
    given(...enrolled())
      .when(close({ reason: 'mistake', on: '2025-08-31' }))
      .thenRejected('NO_OPEN_MEMBERSHIP'));
  it('rejects it once it is closed', () =>
    given(...enrolled(), closedOn('2026-03-10'))
      .when(close({ reason: 'moved' }))
      .thenRejected('NO_OPEN_MEMBERSHIP'));

  it('moves the end forward when it turns out to have come earlier', () => {
    const { memberships } = [...enrolled(), closedOn('2026-03-10'), closedOn('2026-02-01')].reduce(evolveYouth, noYouth).targetGroup;
    expect(memberships).toMatchObject([{ closedOn: '2026-02-01' }]);
  });
});

describe('R74 nobody is closed because of age before the year of the age limit has passed', () => {
  it('rejects 31 December of the year of turning 24', () =>
    given(...enrolled('2001-06-15', '2024-09-01'))
      .when(close({ reason: 'age', on: '2025-12-31' }))
      .thenRejected('AGE_LIMIT_NOT_PASSED'));
  it('accepts 1 January after it', () =>
    given(...enrolled('2001-06-15', '2024-09-01'))
      .when(close({ reason: 'age', on: '2026-01-01' }))
      .thenTypes('TargetGroupMembershipClosed'));
  it('counts by the new law for who was enrolled under the old', () =>
    given(...enrolled('2003-06-15', '2023-09-01'))
      .when(close({ reason: 'age', on: '2025-01-01' }))
      .thenRejected('AGE_LIMIT_NOT_PASSED'));
});
