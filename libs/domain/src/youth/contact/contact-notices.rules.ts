import type { ContactCommand } from './contact.commands.js';
import { roundOn } from './contact.rules.js';
import type { Attempt } from './contact.state.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import { allowsDigitalNotice, findChannel, isDigitalMessage } from '../../codes/contact-channels.js';
import { statutoryLimit } from '../../codes/statutory-limits.js';
import { findTemplate, hasConfidentialFields, noticeTemplates, templatesFor } from '../../codes/templates.js';
import { daysBetween } from '../../kernel/calendar.js';
import type { Day } from '../../kernel/day.js';
import type { Named } from '../../kernel/decider.js';
import type { Rule } from '../../kernel/rule.js';

type Given<Type extends ContactCommand['type']> = Rule<Youth, Named<ContactCommand, Type>, DecisionContext>;

export const digitalNoticeAllowed: Given<'RecordContactAttempt'> = {
  id: 'R15',
  code: 'CHANNEL_NOT_ALLOWED',
  kind: 'LAW',
  source: 'EFF §§ 9, 29, 32; KRR',
  says: 'A digital message needs a contact register that allows it: no reservation, can be notified, address confirmed not too long ago. A plain text message or e-mail needs no answer from the register, but heeds one.',
  holds: (_youth, { data: { channel, contactRegister } }, { on }) => {
    if (contactRegister === undefined) return !isDigitalMessage(channel);
    return !findChannel(channel)?.digitalNotice || allowsDigitalNotice(contactRegister, on);
  },
  remedy: (_youth, { data: { contactRegister } }) =>
    contactRegister === undefined
      ? 'Look the youth up in the contact register and give its answer (contactRegister), or use letter, phone or visit.'
      : `Use letter, phone or visit: the youth has reserved, cannot be notified, or the address was last confirmed more than ${statutoryLimit('contact-register-months')} months ago.`,
};

const isSafeInTheOpen = (id: string | undefined, channel: string, on: Day): boolean => {
  const template = id === undefined ? undefined : findTemplate(id, on);
  return template !== undefined && template.channels.some((approved) => approved === channel) && !hasConfidentialFields(template);
};

export const nothingConfidentialInTheOpen: Given<'RecordContactAttempt' | 'SendWrittenInformation'> = {
  id: 'R16',
  code: 'CONFIDENTIAL_CONTENT_IN_NOTICE',
  kind: 'LAW',
  source: 'EFF § 8 fourth paragraph; FVL § 13',
  says: 'What goes out by text message, e-mail or social media follows an approved template that tells nothing confidential.',
  holds: (_youth, { data: { channel, template } }, { on }) => !findChannel(channel)?.open || isSafeInTheOpen(template, channel, on),
  remedy: (_youth, { data: { channel } }, { on }) => {
    const ids = templatesFor(channel, on).filter((template) => !hasConfidentialFields(template));
    return `Use a template that is approved for ${channel} on ${on}: ${ids.map(({ id }) => id).join(', ')}; or a letter, digital post or phone.`;
  },
};

export const approvedInformation: Given<'SendWrittenInformation'> = {
  id: 'R77',
  code: 'NOT_APPROVED_INFORMATION',
  kind: 'PROP',
  source: 'PROP on OPF § 8-3 b: what the information must tell stands in the template',
  says: 'Written information follows an approved information template, on a channel that the template is made for.',
  holds: (_youth, { data: { channel, template } }, { on }) => {
    const { kind, channels } = findTemplate(template, on) ?? { kind: undefined, channels: [] };
    return kind === 'information' && channels.includes(channel);
  },
  remedy: () => {
    const approved = noticeTemplates
      .filter(({ kind }) => kind === 'information')
      .map(({ id, channels }) => `${id} (${channels.join(', ')})`);
    return `Use one of ${approved.join('; ')}. What is sent to ask for contact is an attempt (RecordContactAttempt).`;
  },
};

export const isNoticeSent: Given<'RecordNoticeOpened' | 'SendSecondNotice'> = {
  id: 'R78',
  code: 'UNKNOWN_NOTICE',
  kind: 'PROP',
  source: 'PROP on EFF § 8: only a digital message that was sent can be opened or noticed anew',
  says: 'What is opened, or noticed once more, is a digital message that was sent to this youth on or before the day.',
  holds: ({ contact }, { data }, { on }) =>
    contact.attempts.some((attempt) => attempt.attemptId === data.attemptId && isDigitalMessage(attempt.channel) && attempt.on <= on),
  remedy: () => 'Give the attemptId of a contact attempt by digital post (RecordContactAttempt).',
};

/** Unopened for longer than the law waits, and nobody has been told again. */
const lacksSecondNotice = ({ channel, on: sentOn, openedOn, secondNoticeOn }: Attempt, on: Day): boolean =>
  isDigitalMessage(channel) &&
  ![openedOn, secondNoticeOn].some((day) => day !== undefined && day <= on) &&
  daysBetween(sentOn, on) > statutoryLimit('second-notice-days');

export const secondNoticeSent: Given<'DeclareNotReached'> = {
  id: 'R17',
  code: 'SECOND_NOTICE_MISSING',
  kind: 'LAW',
  source: 'EFF § 8 fifth paragraph',
  says: 'A digital message that is not opened within a week is noticed once more before the youth counts as not reached.',
  holds: (youth, _command, { on }) => !roundOn(youth, on).some((attempt) => lacksSecondNotice(attempt, on)),
  remedy: (youth, _command, { on }) => {
    const sent = roundOn(youth, on).filter((attempt) => lacksSecondNotice(attempt, on));
    return `Send a second notice (SendSecondNotice) of the digital message of ${sent.map((attempt) => attempt.on).join(', ')}: not opened within ${statutoryLimit('second-notice-days')} days.`;
  },
};
