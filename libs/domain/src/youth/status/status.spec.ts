import type { StatusCommand } from './status.commands.js';
import { statusDecisions } from './status.decisions.js';
import type { StatusBasis } from './status.events.js';
import type { EnrolmentReason } from '../target-group/target-group.events.js';
import type { DecisionContext } from '../youth.context.js';
import { type Youth, type YouthEvent, evolveYouth, noYouth } from '../youth.state.js';
import { defaultTerms } from '../../agreement/terms.js';
import type { Day } from '../../kernel/day.js';
import type { Decider } from '../../kernel/decider.js';
import { decideBy } from '../../kernel/decisions.js';
import { enrolled, registered, somebodyOf, usual } from '../../testing/a-youth.js';
import { scenarioOf } from '../../testing/scenario.js';

const decider: Decider<Youth, StatusCommand, YouthEvent, DecisionContext> = {
  initial: noYouth,
  evolve: evolveYouth,
  decide: decideBy<Youth, StatusCommand, YouthEvent, DecisionContext>({
    table: statusDecisions,
    always: [],
    flagged: ({ id, code }, { on }) => ({ type: 'DeadlineBreached', data: { rule: id, code, on } }),
  }),
};
const { given } = scenarioOf(decider, usual);

const TODAYS_SET = '2021-04-01';
const set = (code: string, said: { readonly basis?: 'assessed' | 'register'; readonly on?: Day } = {}): StatusCommand => ({
  type: 'ChangeStatus',
  data: { code, ...said },
});
const takeOver = (code: string, on?: Day): StatusCommand => ({ type: 'TakeOverStatus', data: { code, ...(on && { on }) } });
const changed = (code: string, from: Day, previous?: string, basis: StatusBasis = 'assessed'): YouthEvent => ({
  type: 'OtStatusChanged',
  data: { code, codeSet: TODAYS_SET, ...(previous && { previous }), basis, from },
});
const unknown = [...enrolled(), changed('OTUK', '2025-09-01')];
const met = (on: Day): YouthEvent => ({ type: 'ContactEstablished', data: { channel: 'phone', with: 'youth', on } });
const closed = (on: Day): YouthEvent => ({ type: 'TargetGroupMembershipClosed', data: { reason: 'in_work', on } });
const member = (reason: EnrolmentReason, on: Day): YouthEvent => ({
  type: 'TargetGroupMembershipOpened',
  data: { reason, schoolYear: '2025/26', until: '2032-12-31', reentry: true, on },
});

describe('ChangeStatus sets the status of OT from a day on', () => {
  it('starts with the code set of the day', () =>
    given(...enrolled())
      .when(set('OTUK'))
      .then(changed('OTUK', '2026-03-10')));

  it('tells which status went before', () =>
    given(...unknown, met('2025-10-01'))
      .when(set('OTOV'))
      .then(changed('OTOV', '2026-03-10', 'OTUK')));

  it('judges a day back in time by what held on that day', () =>
    given(...unknown, met('2025-10-01'), changed('OTOV', '2026-01-05'))
      .when(set('OTNO', { on: '2025-12-01' }))
      .then(changed('OTNO', '2025-12-01', 'OTUK')));

  it('does nothing for the same code from the same day', () =>
    given(...unknown)
      .when(set('OTUK', { on: '2025-09-01' }))
      .thenNothing());

  it('confirms the same code on a later day', () =>
    given(...unknown)
      .when(set('OTUK'))
      .then(changed('OTUK', '2026-03-10', 'OTUK')));

  it('is for OT only', () =>
    given(...enrolled())
      .when(set('OTUK'), { actor: somebodyOf('NAV') })
      .thenRejected('AGENCY_MAY_NOT_APPEND'));
});

describe('R73 a status needs a membership on the day', () => {
  it('rejects who is registered only', () =>
    given(...registered())
      .when(set('OTUK'))
      .thenRejected('NO_OPEN_MEMBERSHIP'));
  it('accepts the first day', () =>
    given(...enrolled())
      .when(set('OTUK', { on: '2025-09-01' }))
      .thenTypes('OtStatusChanged'));
  it('rejects the day before', () =>
    given(...enrolled())
      .when(set('OTUK', { on: '2025-08-31' }))
      .thenRejected('NO_OPEN_MEMBERSHIP'));
  it('accepts the last day', () =>
    given(...unknown, closed('2026-03-11'))
      .when(set('OTUK'))
      .thenTypes('OtStatusChanged'));
  it('rejects the day it was closed', () =>
    given(...unknown, closed('2026-03-10'))
      .when(set('OTUK'))
      .thenRejected('NO_OPEN_MEMBERSHIP'));
});

describe('R07 a status code is in the set of the day', () => {
  const before2016 = [...registered(), member('quit', '2011-09-14'), changed('OTUK', '2011-09-14')];

  it('rejects a code that Udir does not have', () =>
    given(...unknown)
      .when(set('OTXX'))
      .thenRejected('UNKNOWN_STATUS_CODE_AT_DATE'));
  it('rejects private school the day before it came into the set', () =>
    given(...before2016)
      .when(set('OTVF', { on: '2016-06-30', basis: 'register' }))
      .thenRejected('UNKNOWN_STATUS_CODE_AT_DATE'));
  it('accepts it on the day', () =>
    given(...before2016)
      .when(set('OTVF', { on: '2016-07-01', basis: 'register' }))
      .then({
        type: 'OtStatusChanged',
        data: { code: 'OTVF', codeSet: '2016-07-01', previous: 'OTUK', basis: 'register', from: '2016-07-01' },
      }));
  it('rejects every code before the first set', () =>
    given(...before2016)
      .when(set('OTUK', { on: '2011-09-14' }))
      .thenRejected('UNKNOWN_STATUS_CODE_AT_DATE'));
  it('counts for a status that is taken over, too', () =>
    given(...enrolled())
      .when(takeOver('OTXX'))
      .thenRejected('UNKNOWN_STATUS_CODE_AT_DATE'));
});

describe('R05 who quit, declined, did not apply or show up starts as OTUK', () => {
  it('rejects another first status', () =>
    given(...enrolled(), met('2025-10-01'))
      .when(set('OTOV'))
      .thenRejected('FIRST_STATUS_MUST_BE_OTUK'));
  it('accepts another first status for who got no apprenticeship', () =>
    given(...registered(), member('no_apprenticeship', '2025-09-01'))
      .when(set('OTOV'))
      .thenTypes('OtStatusChanged'));
  it('rejects it before the first OTUK', () =>
    given(...enrolled(), met('2025-09-01'), changed('OTUK', '2025-09-10'))
      .when(set('OTOV', { on: '2025-09-09' }))
      .thenRejected('FIRST_STATUS_MUST_BE_OTUK'));
  it('asks for OTUK anew in a new membership', () =>
    given(...unknown, met('2025-10-01'), changed('OTOV', '2025-10-01'), closed('2026-01-01'), member('quit', '2026-02-01'))
      .when(set('OTOV'))
      .thenRejected('FIRST_STATUS_MUST_BE_OTUK'));
});

describe('R06 a youth stays OTUK until there has been contact since enrolment', () => {
  it.each(['OTOV', 'OTNO', 'OTBA', 'OTSY', 'OTIF'])('rejects %s without contact', (code) =>
    given(...unknown)
      .when(set(code))
      .thenRejected('CONTACT_NOT_ESTABLISHED'),
  );
  it('accepts contact on the day of enrolment', () =>
    given(...unknown, met('2025-09-01'))
      .when(set('OTOV'))
      .thenTypes('OtStatusChanged'));
  it('rejects contact on the day before', () =>
    given(...unknown, met('2025-08-31'))
      .when(set('OTOV'))
      .thenRejected('CONTACT_NOT_ESTABLISHED'));
  it('accepts contact on the day of the status', () =>
    given(...unknown, met('2026-03-10'))
      .when(set('OTOV'))
      .thenTypes('OtStatusChanged'));
  it('rejects contact on the day after it', () =>
    given(...unknown, met('2026-03-10'))
      .when(set('OTOV', { on: '2026-03-09' }))
      .thenRejected('CONTACT_NOT_ESTABLISHED'));
  it('asks for no contact once the youth has left OTUK', () =>
    given(...unknown, changed('OTAR', '2025-11-01', 'OTUK', 'register'))
      .when(set('OTOV'))
      .thenTypes('OtStatusChanged'));

  it('accepts work that a register shows', () =>
    given(...unknown)
      .when(set('OTAR', { basis: 'register' }))
      .then(changed('OTAR', '2026-03-10', 'OTUK', 'register')));
  it('rejects work that OT has assessed without contact', () =>
    given(...unknown)
      .when(set('OTAR'))
      .thenRejected('CONTACT_NOT_ESTABLISHED'));
  it('rejects a register where the terms do not take it as proof', () =>
    given(...unknown)
      .when(set('OTAR', { basis: 'register' }), { terms: { ...usual.terms, terms: { ...defaultTerms, registerProvenStatus: false } } })
      .thenRejected('CONTACT_NOT_ESTABLISHED'));
  it('does not take a register as proof of illness', () =>
    given(...unknown)
      .when(set('OTSY', { basis: 'register' }))
      .thenRejected('CONTACT_NOT_ESTABLISHED'));
});

describe('R08 a status that tells of a measure needs that measure to run', () => {
  const nav: readonly YouthEvent[] = [
    {
      type: 'NavMeasureGranted',
      data: { measureId: 'n', measure: 'ARBEIDSTRENING', from: '2026-03-10', to: '2026-06-10', on: '2026-03-01' },
    },
    { type: 'NavMeasureStarted', data: { measureId: 'n', percent: 100, on: '2026-03-10' } },
  ];
  const county: YouthEvent = {
    type: 'CountyMeasureStarted',
    data: { measureId: 'c', place: 'Steinkjer', curriculumGoals: true, usesRight: false, on: '2026-03-10' },
  };

  it('accepts OTAP from the day NAV has started', () =>
    given(...unknown, ...nav)
      .when(set('OTAP'))
      .thenTypes('OtStatusChanged'));
  it('rejects it the day before', () =>
    given(...unknown, ...nav)
      .when(set('OTAP', { on: '2026-03-09' }))
      .thenRejected('STATUS_WITHOUT_ACTIVITY'));
  it('rejects it for a measure of the county', () =>
    given(...unknown, county)
      .when(set('OTAP'))
      .thenRejected('STATUS_WITHOUT_ACTIVITY'));
  it('accepts OTOA for a measure of the county', () =>
    given(...unknown, county)
      .when(set('OTOA'))
      .thenTypes('OtStatusChanged'));
  it('rejects OTKO for one of the two', () =>
    given(...unknown, ...nav)
      .when(set('OTKO'))
      .thenRejected('STATUS_WITHOUT_ACTIVITY'));
  it('accepts OTKO when both run', () =>
    given(...unknown, ...nav, county)
      .when(set('OTKO'))
      .thenTypes('OtStatusChanged'));
  it('accepts OTKO for a combined measure', () =>
    given(
      ...unknown,
      {
        type: 'CombinedMeasureProposed',
        data: { measureId: 'k', by: 'OT', countyPart: 'a', navPart: 'b', from: '2026-03-01', to: '2026-06-01', on: '2026-02-01' },
      },
      { type: 'CombinedMeasureStarted', data: { measureId: 'k', on: '2026-03-01' } },
    )
      .when(set('OTKO'))
      .thenTypes('OtStatusChanged'));
});

describe('R76 a status is taken over at the start only', () => {
  it('takes over a status without the contact that it rests on', () =>
    given(...enrolled())
      .when(takeOver('OTOV'))
      .then(changed('OTOV', '2026-03-10', undefined, 'taken-over')));
  it('takes over one that tells of a measure, after OTUK', () =>
    given(...unknown)
      .when(takeOver('OTAP'))
      .then(changed('OTAP', '2026-03-10', 'OTUK', 'taken-over')));
  it('does nothing when OTUK holds from that day already', () =>
    given(...unknown)
      .when(takeOver('OTUK', '2025-09-01'))
      .thenNothing());
  it('rejects a second status that is taken over', () =>
    given(...enrolled(), changed('OTOV', '2025-10-01'))
      .when(takeOver('OTNO'))
      .thenRejected('STATUS_IN_USE_ALREADY'));
  it('rejects it when OTUK has been confirmed here', () =>
    given(...unknown, changed('OTUK', '2025-10-01'))
      .when(takeOver('OTOV'))
      .thenRejected('STATUS_IN_USE_ALREADY'));
  it('rejects a day before the first OTUK', () =>
    given(...enrolled(), changed('OTUK', '2025-09-10'))
      .when(takeOver('OTOV', '2025-09-09'))
      .thenRejected('STATUS_IN_USE_ALREADY'));
  it('rejects it without a membership', () =>
    given(...registered())
      .when(takeOver('OTOV'))
      .thenRejected('NO_OPEN_MEMBERSHIP'));
  it('is for OT only', () =>
    given(...enrolled())
      .when(takeOver('OTOV'), { actor: somebodyOf('SYS') })
      .thenRejected('AGENCY_MAY_NOT_APPEND'));
});
