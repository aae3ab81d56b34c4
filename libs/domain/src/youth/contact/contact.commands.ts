import type { Day } from '../../kernel/day.js';
import type { Command } from '../../kernel/decider.js';
import type { AttemptOutcome, Channel, GuardianCopyExemption } from './contact.events.js';

/** What the contact and reservation register (KRR) said when a digital notice was sent. */
export interface ContactRegisterAnswer {
  readonly reserved: boolean;
  readonly canBeNotified: boolean;
  /** When the address was last confirmed. */
  readonly verifiedOn?: Day;
}

export type ContactCommand =
  | Command<
      'SendWrittenInformation',
      { readonly template: string; readonly channel: Channel; readonly guardianCopy: boolean; readonly exemption?: GuardianCopyExemption }
    >
  | Command<
      'RecordContactAttempt',
      {
        readonly channel: Channel;
        readonly outcome: AttemptOutcome;
        readonly template?: string;
        /** Needed for a digital notice. */
        readonly contactRegister?: ContactRegisterAnswer;
        readonly note?: string;
      }
    >
  | Command<'RecordNoticeOpened', { readonly attemptId: string }>
  | Command<'SendSecondNotice', { readonly attemptId: string; readonly channel: Channel }>
  | Command<'RecordContactEstablished', { readonly channel: Channel; readonly with: 'youth' | 'guardian' }>
  | Command<'DeclareNotReached', Readonly<Record<never, never>>>
  | Command<'DeclineFollowUp', { readonly statedBy: 'youth' | 'guardian'; readonly informedOfReturn: boolean }>
  | Command<'RequestFollowUp', { readonly wish?: string }>
  | Command<'RecordGuidanceTalk', { readonly topics: readonly string[]; readonly summary?: string }>;
