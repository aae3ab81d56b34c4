import type { ContactCommand } from './contact.commands.js';
import { contactDecisions } from './contact.decisions.js';
import type { Channel } from './contact.events.js';
import type { DecisionContext } from '../youth.context.js';
import { type Youth, type YouthEvent, evolveYouth, noYouth } from '../youth.state.js';
import { defaultTerms } from '../../agreement/terms.js';
import type { Agency } from '../../kernel/agency.js';
import type { Day } from '../../kernel/day.js';
import type { DataOf, Decider } from '../../kernel/decider.js';
import { decideBy } from '../../kernel/decisions.js';
import { Rejected } from '../../kernel/rejected.js';
import { enrolled, registered, somebodyOf, usual } from '../../testing/a-youth.js';
import { scenarioOf } from '../../testing/scenario.js';

const decider: Decider<Youth, ContactCommand, YouthEvent, DecisionContext> = {
  initial: noYouth,
  evolve: evolveYouth,
  decide: decideBy<Youth, ContactCommand, YouthEvent, DecisionContext>({
    table: contactDecisions,
    always: [],
    flagged: ({ id, code }, { on }) => ({ type: 'DeadlineBreached', data: { rule: id, code, on } }),
  }),
};
const { given } = scenarioOf(decider, usual);

const declare: ContactCommand = { type: 'DeclareNotReached', data: {} };
const inform = (said: Partial<DataOf<ContactCommand, 'SendWrittenInformation'>> = {}): ContactCommand => ({
  type: 'SendWrittenInformation',
  data: { template: 'ot-information', channel: 'letter', guardianCopy: true, on: '2025-09-15', ...said },
});
const decline: ContactCommand = { type: 'DeclineFollowUp', data: { statedBy: 'youth', informedOfReturn: true } };
const attempt = (on: Day): ContactCommand => ({ type: 'RecordContactAttempt', data: { channel: 'phone', outcome: 'no-answer', on } });

const informed = (on: Day = '2025-09-02'): YouthEvent => ({
  type: 'WrittenInformationSent',
  data: { template: 'ot-information', channel: 'letter', guardianCopy: true, on },
});
const tried = (channel: Channel, on: Day): YouthEvent => ({
  type: 'ContactAttempted',
  data: { attemptId: `${channel}-${on}`, channel, outcome: 'no-answer', on },
});
const notReached = (on: Day): YouthEvent => ({
  type: 'NotReachedDeclared',
  data: { attempts: 3, channels: 2, nextRoundOn: '2026-01-01', on },
});
const member = (on: Day): YouthEvent => ({
  type: 'TargetGroupMembershipOpened',
  data: { reason: 'quit', schoolYear: '2025/26', until: '2032-12-31', reentry: true, on },
});
const closed = (on: Day): YouthEvent => ({ type: 'TargetGroupMembershipClosed', data: { reason: 'in_work', on } });
const late = (rule: string, code: string, on: Day): YouthEvent => ({ type: 'DeadlineBreached', data: { rule, code, on } });
const by = (agency: Agency) => ({ actor: somebodyOf(agency) });

/** Two attempts, ten working days from the first to a third one on 2026-03-10. */
const twice = [...enrolled(), informed(), tried('phone', '2026-02-24'), tried('letter', '2026-03-02')];
const enough = [...twice, tried('phone', '2026-03-10')];

const remedyFor = (past: readonly YouthEvent[]): string => {
  try {
    decider.decide(declare, past.reduce(evolveYouth, noYouth), usual);
    return 'accepted';
  } catch (error) {
    return error instanceof Rejected ? error.remedy : String(error);
  }
};

describe('R12 "not reached" needs enough attempts, channels and working days, and one in writing', () => {
  it('accepts three attempts on two channels over ten working days, and sets the next round', () =>
    given(...enough)
      .when(declare)
      .then({ type: 'NotReachedDeclared', data: { attempts: 3, channels: 2, nextRoundOn: '2026-04-01', on: '2026-03-10' } }));

  it('counts two attempts on one day over one channel as two', () =>
    given(...enrolled(), informed(), tried('phone', '2026-02-24'), tried('phone', '2026-02-24'), tried('letter', '2026-03-10'))
      .when(declare)
      .then({ type: 'NotReachedDeclared', data: { attempts: 3, channels: 2, nextRoundOn: '2026-04-01', on: '2026-03-10' } }));

  it('rejects two attempts', () =>
    given(...enrolled(), informed(), tried('letter', '2026-02-24'), tried('phone', '2026-03-10'))
      .when(declare)
      .thenRejected('INSUFFICIENT_CONTACT_ATTEMPTS'));

  it('rejects three attempts on one channel', () =>
    given(...enrolled(), informed(), tried('letter', '2026-02-24'), tried('letter', '2026-03-02'), tried('letter', '2026-03-10'))
      .when(declare)
      .thenRejected('INSUFFICIENT_CONTACT_ATTEMPTS'));

  it('rejects nine working days from first to last', () =>
    given(...enrolled(), informed(), tried('phone', '2026-02-25'), tried('letter', '2026-03-02'), tried('phone', '2026-03-10'))
      .when(declare)
      .thenRejected('INSUFFICIENT_CONTACT_ATTEMPTS'));

  it('rejects attempts of which none is in writing', () =>
    given(...enrolled(), informed(), tried('phone', '2026-02-24'), tried('visit', '2026-03-02'), tried('phone', '2026-03-10'))
      .when(declare)
      .thenRejected('INSUFFICIENT_CONTACT_ATTEMPTS'));

  it('says what is missing', () =>
    expect(remedyFor([...enrolled(), informed(), tried('phone', '2026-03-02'), tried('phone', '2026-03-10')])).toContain(
      '2 of 3 attempts; 1 of 2 channels; 6 of 10 working days from the first to the last; none in writing (sms, email, letter, digital)',
    ));

  it('follows the terms, not the defaults', () => {
    const contact = { ...defaultTerms.contact, minAttempts: 4 };
    given(...enough)
      .when(declare, { terms: { ...usual.terms, terms: { ...defaultTerms, contact } } })
      .thenRejected('INSUFFICIENT_CONTACT_ATTEMPTS');
  });

  it('does not count attempts of the round before', () =>
    given(...twice, notReached('2026-03-02'), tried('phone', '2026-03-10'))
      .when(declare)
      .thenRejected('INSUFFICIENT_CONTACT_ATTEMPTS'));

  it('does not count attempts of an earlier membership', () =>
    given(...twice, closed('2026-03-03'), member('2026-03-04'), informed('2026-03-04'), tried('phone', '2026-03-10'))
      .when(declare)
      .thenRejected('INSUFFICIENT_CONTACT_ATTEMPTS'));

  it('counts what had happened by the day it is declared for', () =>
    given(...enough)
      .when({ type: 'DeclareNotReached', data: { on: '2026-03-09' } })
      .thenRejected('INSUFFICIENT_CONTACT_ATTEMPTS'));

  it.each([
    ['2026-03-31', '2026-04-01'],
    ['2026-04-01', '2026-09-01'],
    ['2026-12-31', '2027-01-01'],
  ])('declared on %s sets the next round on %s', (on, nextRoundOn) =>
    given(...enough)
      .when({ type: 'DeclareNotReached', data: { on } })
      .then({ type: 'NotReachedDeclared', data: { attempts: 3, channels: 2, nextRoundOn, on } }),
  );

  it('sets it a year ahead where the terms name no month', () =>
    given(...enough)
      .when(declare, { terms: { ...usual.terms, terms: { ...defaultTerms, contactRounds: [] } } })
      .then({ type: 'NotReachedDeclared', data: { attempts: 3, channels: 2, nextRoundOn: '2027-03-01', on: '2026-03-10' } }));

  it('is for OT only', () =>
    given(...enough)
      .when(declare, by('NAV'))
      .thenRejected('AGENCY_MAY_NOT_APPEND'));
});

describe('R73 not reached and declined are said of members', () => {
  it('rejects not reached the day it was closed', () =>
    given(...enough, closed('2026-03-10'))
      .when(declare)
      .thenRejected('NO_OPEN_MEMBERSHIP'));
  it('accepts it the day before', () =>
    given(...enough, closed('2026-03-11'))
      .when(declare)
      .thenTypes('NotReachedDeclared'));
  it('rejects declined by who is registered only', () =>
    given(...registered(), informed())
      .when(decline)
      .thenRejected('NO_OPEN_MEMBERSHIP'));
});

describe('R09 written information comes before "not reached" and "declined", and soon after enrolment', () => {
  const uninformed = enough.filter(({ type }) => type !== 'WrittenInformationSent');

  it('rejects not reached without it', () =>
    given(...uninformed)
      .when(declare)
      .thenRejected('WRITTEN_INFO_MISSING'));
  it('rejects declined without it', () =>
    given(...enrolled())
      .when(decline, by('Y'))
      .thenRejected('WRITTEN_INFO_MISSING'));
  it('rejects information from before enrolment', () =>
    given(...enrolled(), informed('2025-08-31'))
      .when(decline)
      .thenRejected('WRITTEN_INFO_MISSING'));
  it('accepts it from the day of enrolment', () =>
    given(...enrolled(), informed('2025-09-01'))
      .when(decline)
      .then({ type: 'FollowUpDeclined', data: { statedBy: 'youth', informedOfReturn: true, on: '2026-03-10' } }));

  it('does not flag the last day it is due', () =>
    given(...enrolled())
      .when(inform())
      .then(informed('2025-09-15')));
  it('flags the day after', () =>
    given(...enrolled())
      .when(inform({ on: '2025-09-16' }))
      .then(informed('2025-09-16'), late('R09', 'WRITTEN_INFO_MISSING', '2025-09-16')));
  it('does not flag what is sent again', () =>
    given(...enrolled(), informed())
      .when(inform({ on: '2026-03-10' }))
      .then(informed('2026-03-10')));
});

describe('R10 the guardians of a minor get a copy', () => {
  const alone = { guardianCopy: false, on: '2026-05-19' } as const;

  it('rejects none the day before the 18th birthday', () =>
    given(...enrolled(), informed())
      .when(inform(alone))
      .thenRejected('GUARDIAN_COPY_REQUIRED'));
  it('accepts none on the 18th birthday', () =>
    given(...enrolled(), informed())
      .when(inform({ ...alone, on: '2026-05-20' }))
      .thenTypes('WrittenInformationSent'));
  it('accepts none for a minor with a reason', () =>
    given(...enrolled(), informed())
      .when(inform({ ...alone, exemption: 'confidential' }))
      .then({
        type: 'WrittenInformationSent',
        data: { template: 'ot-information', channel: 'letter', guardianCopy: false, exemption: 'confidential', on: '2026-05-19' },
      }));
});

describe('R14 the first attempt comes within days of enrolment', () => {
  it('does not flag the fifth working day', () =>
    given(...enrolled())
      .when(attempt('2025-09-08'))
      .thenTypes('ContactAttempted'));
  it('flags the sixth', () =>
    given(...enrolled())
      .when(attempt('2025-09-09'))
      .then(
        { type: 'ContactAttempted', data: { attemptId: 'new-id', channel: 'phone', outcome: 'no-answer', on: '2025-09-09' } },
        late('R14', 'FIRST_CONTACT_LATE', '2025-09-09'),
      ));
  it('flags the first attempt only', () =>
    given(...enrolled(), tried('phone', '2025-09-09'))
      .when(attempt('2025-09-10'))
      .thenTypes('ContactAttempted'));
  it('flags anew in a new membership', () =>
    given(...enrolled(), tried('phone', '2025-09-02'), closed('2026-01-01'), member('2026-02-02'))
      .when(attempt('2026-02-10'))
      .thenTypes('ContactAttempted', 'DeadlineBreached'));
  it('keeps the day that was set at enrolment', () =>
    given(...registered(), {
      type: 'TargetGroupMembershipOpened',
      data: {
        reason: 'quit',
        schoolYear: '2025/26',
        until: '2032-12-31',
        reentry: false,
        firstContactDueOn: '2025-09-09',
        on: '2025-09-01',
      },
    })
      .when(attempt('2025-09-09'))
      .thenTypes('ContactAttempted'));
  it('does not flag who is not a member', () =>
    given(...registered())
      .when(attempt('2025-09-09'), by('NAV'))
      .thenTypes('ContactAttempted'));
});

describe('contact, wishes and guidance talks are recorded as they come', () => {
  it('records contact by the municipality', () =>
    given(...enrolled())
      .when({ type: 'RecordContactEstablished', data: { channel: 'visit', with: 'youth' } }, by('KOM'))
      .then({ type: 'ContactEstablished', data: { channel: 'visit', with: 'youth', on: '2026-03-10' } }));
  it('refuses it to PPT', () =>
    given(...enrolled())
      .when({ type: 'RecordContactEstablished', data: { channel: 'visit', with: 'youth' } }, by('PPT'))
      .thenRejected('AGENCY_MAY_NOT_APPEND'));
  it('records what the youth wants', () =>
    given(...enrolled())
      .when({ type: 'RequestFollowUp', data: { wish: 'a job' } }, by('Y'))
      .then({ type: 'FollowUpRequested', data: { wish: 'a job', on: '2026-03-10' } }));
  it('records a talk by NAV, without a summary when there is none', () =>
    given(...enrolled())
      .when({ type: 'RecordGuidanceTalk', data: { topics: ['work'] } }, by('NAV'))
      .then({ type: 'GuidanceTalkHeld', data: { topics: ['work'], on: '2026-03-10' } }));
  it('refuses a talk by the municipality', () =>
    given(...enrolled())
      .when({ type: 'RecordGuidanceTalk', data: { topics: ['work'] } }, by('KOM'))
      .thenRejected('AGENCY_MAY_NOT_APPEND'));
});
