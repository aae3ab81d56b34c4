import type { YouthEvent } from '@samspor/domain';
import { type Telling, recorded } from '../testing/record.js';
import { told } from '../testing/folding.js';
import { by, consented, enrolled, named, referred, registered, released } from '../testing/stories.js';
import { type Deadline, reduceDeadlines } from './deadlines.js';

const due = (...tellings: readonly Telling[]): readonly string[] =>
  recorded([registered, ...tellings])
    .reduce<readonly Deadline[]>(reduceDeadlines, [])
    .map(({ kind, dueOn, agencies, other }) => `${kind} ${dueOn} ${agencies.join('+')}${other ? ` for ${other}` : ''}`);

const nav = (event: YouthEvent) => by('NAV', event);
const exit = 'age-exit 2032-12-31 OT';

describe('after enrolment', () => {
  it('OT owes a first contact and written information, and an exit by age', () => {
    expect(due(enrolled)).toEqual(['first-contact 2025-09-08 OT', 'written-information 2025-09-15 OT', exit]);
  });

  it.each<[string, YouthEvent]>([
    ['an attempt', { type: 'ContactAttempted', data: { attemptId: 'a', channel: 'sms', outcome: 'sent', on: '2025-09-03' } }],
    ['a contact', { type: 'ContactEstablished', data: { channel: 'phone', with: 'youth', on: '2025-09-03' } }],
    ['a refusal', { type: 'FollowUpDeclined', data: { statedBy: 'youth', informedOfReturn: true, on: '2025-09-03' } }],
  ])('%s meets the first contact', (_what, event) => {
    expect(due(enrolled, told(event))).toEqual(['written-information 2025-09-15 OT', exit]);
  });

  it('a letter meets the written information', () => {
    const sent = told({ type: 'WrittenInformationSent', data: { template: 't', channel: 'letter', guardianCopy: true, on: '2025-09-04' } });
    expect(due(enrolled, sent)).toEqual(['first-contact 2025-09-08 OT', exit]);
  });

  it('who is not reached is tried again in the next round', () => {
    const notReached = told({
      type: 'NotReachedDeclared',
      data: { attempts: 3, channels: 2, nextRoundOn: '2026-01-15', on: '2025-10-01' },
    });
    const tried = told({ type: 'ContactAttempted', data: { attemptId: 'b', channel: 'sms', outcome: 'sent', on: '2026-01-16' } });
    expect(due(notReached)).toEqual(['contact-round 2026-01-15 OT']);
    expect(due(notReached, tried)).toEqual([]);
  });

  it('all of it falls away when the membership closes', () => {
    expect(due(enrolled, told({ type: 'TargetGroupMembershipClosed', data: { reason: 'moved', on: '2025-09-05' } }))).toEqual([]);
  });
});

describe('a referral', () => {
  const asked = nav({ type: 'ReferralInformationRequested', data: { referralId: 'r1', by: 'NAV', question: 'Hva?', on: '2025-09-20' } });
  const answered = told({ type: 'ReferralInformationGiven', data: { referralId: 'r1', by: 'OT', answer: 'Dette', on: '2025-09-21' } });
  const waiting = 'answer-referral 2025-10-01 NAV for OT';

  it('waits for the receiver', () => expect(due(referred())).toEqual([waiting]));
  it('waits for the sender when more is asked', () => expect(due(referred(), asked)).toEqual(['give-information 2025-10-01 OT for NAV']));
  it('waits for the sender when more is asked twice', () =>
    expect(due(referred(), asked, asked)).toEqual(['give-information 2025-10-01 OT for NAV']));
  it('waits for the receiver again when it is given', () => expect(due(referred(), asked, answered)).toEqual([waiting]));

  it.each<[string, YouthEvent]>([
    ['accepted', { type: 'ReferralAccepted', data: { referralId: 'r1', by: 'NAV', on: '2025-09-22' } }],
    ['returned', { type: 'ReferralReturned', data: { referralId: 'r1', by: 'NAV', reason: 'other', on: '2025-09-22' } }],
    ['withdrawn', { type: 'ReferralWithdrawn', data: { referralId: 'r1', on: '2025-09-22' } }],
  ])('waits for nobody once %s', (_how, event) => {
    expect(due(referred(), referred({ referralId: 'r2' }), nav(event))).toEqual([waiting]);
  });
});

describe('a measure', () => {
  const granted = (measure: string) =>
    nav({ type: 'NavMeasureGranted', data: { measureId: 'm1', measure, from: '2026-01-01', to: '2026-12-31', on: '2025-12-20' } });
  const started = nav({ type: 'NavMeasureStarted', data: { measureId: 'm1', percent: 100, on: '2026-01-31' } });
  const reviewed = nav({ type: 'NavMeasureReviewed', data: { measureId: 'm1', outcome: 'goes on', on: '2026-04-15' } });
  const ends = 'measure-ends 2026-12-31 NAV';

  it('is reviewed as often as its code says, counted from the start and from each review (R32)', () => {
    expect(due(granted('ARBTREN'), started)).toEqual(['review-measure 2026-04-30 NAV', ends]);
    expect(due(granted('ARBTREN'), started, reviewed)).toEqual(['review-measure 2026-07-15 NAV', ends]);
  });

  it('is not reviewed when its code sets no interval', () => expect(due(granted('NO_SUCH_CODE'), started)).toEqual([ends]));

  it('ends, is extended, and is over', () => {
    const extended = nav({ type: 'NavMeasureExtended', data: { measureId: 'm1', to: '2027-03-31', on: '2026-12-01' } });
    const ended = nav({ type: 'NavMeasureEnded', data: { measureId: 'm1', outcome: 'work', on: '2026-05-01' } });
    expect(due(granted('ARBTREN'), extended)).toEqual(['measure-ends 2027-03-31 NAV']);
    expect(due(granted('ARBTREN'), started, ended)).toEqual([]);
  });

  it('that is combined ends for both', () => {
    const proposed = told({
      type: 'CombinedMeasureProposed',
      data: { measureId: 'm2', by: 'OT', countyPart: 'a', navPart: 'b', from: '2026-01-01', to: '2026-06-30', on: '2025-12-01' },
    });
    expect(due(proposed)).toEqual(['measure-ends 2026-06-30 OT+NAV']);
    expect(due(proposed, told({ type: 'CombinedMeasureEnded', data: { measureId: 'm2', outcome: 'quit', on: '2026-02-01' } }))).toEqual([]);
  });
});

describe('a consent', () => {
  it('runs out, unless it is withdrawn or has expired', () => {
    const withdrawn = told({ type: 'ConsentWithdrawn', data: { consentId: 'c1', by: 'youth', on: '2025-11-01' } });
    const expired = told({ type: 'ConsentExpired', data: { consentId: 'c2', cause: 'date', on: '2026-09-11' } });
    const both = [consented('c1', '2026-09-10'), consented('c2', '2026-09-09')];
    expect(due(...both)).toEqual(['consent-ends 2026-09-09 OT', 'consent-ends 2026-09-10 OT']);
    expect(due(...both, withdrawn, expired)).toEqual([]);
  });
});

describe('the trekant', () => {
  it('has a vacant corner until somebody is named for it', () => {
    expect(due(named('NAV'), released('NAV', '2025-12-01'))).toEqual(['fill-vacancy 2025-12-01 NAV']);
    expect(due(named('NAV'), released('NAV', '2025-12-01'), named('NAV', 'nav-2', true))).toEqual(['fill-vacancy 2025-12-01 NAV']);
    expect(due(named('NAV'), released('NAV', '2025-12-01'), named('NAV', 'nav-2'))).toEqual([]);
  });

  it('has no vacant corner when a deputy leaves', () => expect(due(released('NAV', '2025-12-01', true))).toEqual([]));

  it('waits for who is offered the coordination', () => {
    const offered = told({
      type: 'CoordinationHandOverOffered',
      data: { from: 'OT', to: 'NAV', personId: 'n', reason: 'x', on: '2026-01-01' },
    });
    const accepted = nav({ type: 'CoordinationHandOverAccepted', data: { agency: 'NAV', personId: 'n', on: '2026-01-05' } });
    expect(due(offered)).toEqual(['take-over-coordination 2026-01-01 NAV for OT']);
    expect(due(offered, accepted)).toEqual([]);
  });
});
