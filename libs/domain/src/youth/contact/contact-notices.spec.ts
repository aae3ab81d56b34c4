import type { ContactCommand } from './contact.commands.js';
import { contactDecisions } from './contact.decisions.js';
import type { Channel } from './contact.events.js';
import type { DecisionContext } from '../youth.context.js';
import { type Youth, type YouthEvent, evolveYouth, noYouth } from '../youth.state.js';
import type { Day } from '../../kernel/day.js';
import type { DataOf, Decider } from '../../kernel/decider.js';
import { decideBy } from '../../kernel/decisions.js';
import { enrolled, somebodyOf, usual } from '../../testing/a-youth.js';
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

type Said = Partial<DataOf<ContactCommand, 'RecordContactAttempt'>>;
const attempt = (channel: Channel, said: Said = {}): ContactCommand => ({
  type: 'RecordContactAttempt',
  data: { channel, outcome: 'sent', ...said },
});
const inform = (template: string, channel: Channel): ContactCommand => ({
  type: 'SendWrittenInformation',
  data: { template, channel, guardianCopy: true },
});
const opens = (attemptId = 'message', on?: Day): ContactCommand => ({ type: 'RecordNoticeOpened', data: { attemptId, ...(on && { on }) } });
const remind = (attemptId = 'message'): ContactCommand => ({ type: 'SendSecondNotice', data: { attemptId, channel: 'sms' } });

const tried = (channel: Channel, on: Day, attemptId = `${channel}-${on}`): YouthEvent => ({
  type: 'ContactAttempted',
  data: { attemptId, channel, outcome: 'sent', on },
});
const informed: YouthEvent = {
  type: 'WrittenInformationSent',
  data: { template: 'ot-information', channel: 'letter', guardianCopy: true, on: '2025-09-02' },
};
/** A member who has been tried once before, so that no attempt is the first. */
const known = [...enrolled(), informed, tried('phone', '2025-09-02')];
const opened = (on: Day): YouthEvent => ({ type: 'NoticeOpened', data: { attemptId: 'message', on } });
const reminded = (on: Day): YouthEvent => ({ type: 'SecondNoticeSent', data: { attemptId: 'message', channel: 'sms', on } });

describe('R15 a digital message needs a contact register that allows it', () => {
  const answer = { reserved: false, canBeNotified: true, verifiedOn: '2024-09-10' };

  it('accepts an address confirmed 18 months ago', () =>
    given(...known)
      .when(attempt('digital', { contactRegister: answer }))
      .then({ type: 'ContactAttempted', data: { attemptId: 'new-id', channel: 'digital', outcome: 'sent', on: '2026-03-10' } }));
  it('rejects one confirmed a day earlier', () =>
    given(...known)
      .when(attempt('digital', { contactRegister: { ...answer, verifiedOn: '2024-09-09' } }))
      .thenRejected('CHANNEL_NOT_ALLOWED'));
  it('rejects who has reserved', () =>
    given(...known)
      .when(attempt('digital', { contactRegister: { ...answer, reserved: true } }))
      .thenRejected('CHANNEL_NOT_ALLOWED'));
  it('rejects who cannot be notified', () =>
    given(...known)
      .when(attempt('digital', { contactRegister: { ...answer, canBeNotified: false } }))
      .thenRejected('CHANNEL_NOT_ALLOWED'));
  it('rejects a digital message without an answer', () =>
    given(...known)
      .when(attempt('digital'))
      .thenRejected('CHANNEL_NOT_ALLOWED'));

  it('accepts a text message without an answer', () =>
    given(...known)
      .when(attempt('sms', { template: 'ot-contact' }))
      .thenTypes('ContactAttempted'));
  it('rejects a text message to who has reserved', () =>
    given(...known)
      .when(attempt('sms', { template: 'ot-contact', contactRegister: { ...answer, reserved: true } }))
      .thenRejected('CHANNEL_NOT_ALLOWED'));
  it('accepts a letter to who has reserved', () =>
    given(...known)
      .when(attempt('letter', { contactRegister: { ...answer, reserved: true } }))
      .thenTypes('ContactAttempted'));
});

describe('R16 nothing confidential goes out in the open', () => {
  it('accepts an approved template', () =>
    given(...known)
      .when(attempt('email', { template: 'ot-contact', note: 'sent twice' }))
      .then({
        type: 'ContactAttempted',
        data: { attemptId: 'new-id', channel: 'email', outcome: 'sent', template: 'ot-contact', note: 'sent twice', on: '2026-03-10' },
      }));
  it.each<[string, Channel, Said]>([
    ['free text', 'sms', {}],
    ['an unknown template', 'sms', { template: 'my-own' }],
    ['a template that tells who and why', 'sms', { template: 'ot-information' }],
    ['a template of another channel', 'social', { template: 'ot-notice' }],
  ])('rejects %s', (_what, channel, said) =>
    given(...known)
      .when(attempt(channel, said))
      .thenRejected('CONFIDENTIAL_CONTENT_IN_NOTICE'),
  );
  it('accepts a letter in own words', () =>
    given(...known)
      .when(attempt('letter'))
      .thenTypes('ContactAttempted'));
});

describe('R77 written information follows an approved template', () => {
  it('accepts one for information by letter', () =>
    given(...known)
      .when(inform('ot-information', 'letter'))
      .thenTypes('WrittenInformationSent'));
  it('rejects it by a channel that it is not made for', () =>
    given(...known)
      .when(inform('ot-information', 'phone'))
      .thenRejected('NOT_APPROVED_INFORMATION'));
  it('rejects a request for contact', () =>
    given(...known)
      .when(inform('ot-contact-letter', 'letter'))
      .thenRejected('NOT_APPROVED_INFORMATION'));
  it('rejects an unknown template', () =>
    given(...known)
      .when(inform('my-own', 'letter'))
      .thenRejected('NOT_APPROVED_INFORMATION'));
});

describe('R78 only a digital message that was sent is opened or noticed anew', () => {
  const sent = [...known, tried('digital', '2026-03-10', 'message'), tried('letter', '2026-03-10', 'letter')];

  it('records that it is opened', () =>
    given(...sent)
      .when(opens(), { actor: somebodyOf('SYS') })
      .then(opened('2026-03-10')));
  it('does nothing when it is opened already', () =>
    given(...sent, opened('2026-03-10'))
      .when(opens())
      .thenNothing());
  it('rejects the day before it was sent', () =>
    given(...sent)
      .when(opens('message', '2026-03-09'))
      .thenRejected('UNKNOWN_NOTICE'));
  it('rejects a letter', () =>
    given(...sent)
      .when(opens('letter'))
      .thenRejected('UNKNOWN_NOTICE'));
  it('refuses it to NAV', () =>
    given(...sent)
      .when(opens(), { actor: somebodyOf('NAV') })
      .thenRejected('AGENCY_MAY_NOT_APPEND'));

  it('records a second notice', () =>
    given(...sent)
      .when(remind())
      .then(reminded('2026-03-10')));
  it('does nothing after the second notice', () =>
    given(...sent, reminded('2026-03-10'))
      .when(remind())
      .thenNothing());
  it('does nothing when it is opened', () =>
    given(...sent, opened('2026-03-10'))
      .when(remind())
      .thenNothing());
  it('rejects a message that was never sent', () =>
    given(...sent)
      .when(remind('other'))
      .thenRejected('UNKNOWN_NOTICE'));
});

describe('R17 an unopened digital message is noticed once more before "not reached"', () => {
  const declare: ContactCommand = { type: 'DeclareNotReached', data: {} };
  const messageOf = (on: Day) => [...known, tried('phone', '2026-02-24'), tried('digital', on, 'message'), tried('phone', '2026-03-10')];

  it('accepts a message that has been unopened for seven days', () =>
    given(...messageOf('2026-03-03'))
      .when(declare)
      .thenTypes('NotReachedDeclared'));
  it('rejects one that has been unopened for eight', () =>
    given(...messageOf('2026-03-02'))
      .when(declare)
      .thenRejected('SECOND_NOTICE_MISSING'));
  it('accepts it after the second notice', () =>
    given(...messageOf('2026-03-02'), reminded('2026-03-10'))
      .when(declare)
      .thenTypes('NotReachedDeclared'));
  it('accepts it when it is opened', () =>
    given(...messageOf('2026-03-02'), opened('2026-03-10'))
      .when(declare)
      .thenTypes('NotReachedDeclared'));
  it('rejects when it was opened after the day that is declared for', () =>
    given(...messageOf('2026-03-02'), opened('2026-03-12'))
      .when({ type: 'DeclareNotReached', data: { on: '2026-03-11' } })
      .thenRejected('SECOND_NOTICE_MISSING'));
});
