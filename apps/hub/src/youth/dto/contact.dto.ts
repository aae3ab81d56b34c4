import type { AttemptOutcome, Channel, ContactRegisterAnswer, DataOf, Day, GuardianCopyExemption, YouthCommand } from '@samspor/domain';
import { CodeField, CodeNameField, DayField, IdField, NoteField, PartField, TextsField, YesNoField } from '../../fields.js';
import { DatedDto } from '../../dated.dto.js';

type Body<Type extends YouthCommand['type']> = DataOf<YouthCommand, Type>;

const channels: readonly Channel[] = ['phone', 'sms', 'email', 'letter', 'digital', 'visit', 'social'];
const outcomes: readonly AttemptOutcome[] = ['no-answer', 'wrong-number', 'message-left', 'sent', 'returned', 'not-at-home'];
const exemptions: readonly GuardianCopyExemption[] = ['confidential', 'no-guardian-known', 'care-order'];
const sides = ['youth', 'guardian'] as const;

export class SendWrittenInformationDto extends DatedDto implements Body<'SendWrittenInformation'> {
  /** Approved template (mal). */
  @CodeNameField({ example: 'ot-information' })
  readonly template: string;
  @CodeField(channels, { example: 'letter' })
  readonly channel: Channel;
  /** A copy to the guardians; needed below 18. */
  @YesNoField()
  readonly guardianCopy: boolean;
  /** Why the guardians of a minor get no copy. */
  @CodeField(exemptions, { optional: true })
  readonly exemption?: GuardianCopyExemption;
}

/** What the contact and reservation register (KRR) said. */
export class ContactRegisterAnswerDto implements ContactRegisterAnswer {
  @YesNoField({ example: false })
  readonly reserved: boolean;
  @YesNoField()
  readonly canBeNotified: boolean;
  @DayField({ optional: true, example: '2026-01-15' })
  readonly verifiedOn?: Day;
}

export class RecordContactAttemptDto extends DatedDto implements Body<'RecordContactAttempt'> {
  /** How the youth was contacted (kanal). */
  @CodeField(channels)
  readonly channel: Channel;
  @CodeField(outcomes)
  readonly outcome: AttemptOutcome;
  /** Approved template, for a written attempt. */
  @CodeNameField({ optional: true, example: 'ot-contact' })
  readonly template?: string;
  /** Needed for a digital notice. */
  @PartField(() => ContactRegisterAnswerDto, { optional: true })
  readonly contactRegister?: ContactRegisterAnswerDto;
  /** Sealed. */
  @NoteField(2000, { optional: true, example: 'Ringte to ganger, la igjen beskjed.' })
  readonly note?: string;
}

export class RecordNoticeOpenedDto extends DatedDto implements Body<'RecordNoticeOpened'> {
  @IdField()
  readonly attemptId: string;
}

export class SendSecondNoticeDto extends DatedDto implements Body<'SendSecondNotice'> {
  @IdField()
  readonly attemptId: string;
  @CodeField(channels, { example: 'digital' })
  readonly channel: Channel;
}

export class RecordContactEstablishedDto extends DatedDto implements Body<'RecordContactEstablished'> {
  @CodeField(channels)
  readonly channel: Channel;
  @CodeField(sides)
  readonly with: 'youth' | 'guardian';
}

export class DeclineFollowUpDto extends DatedDto implements Body<'DeclineFollowUp'> {
  @CodeField(sides)
  readonly statedBy: 'youth' | 'guardian';
  /** The youth knows that the door stays open. */
  @YesNoField()
  readonly informedOfReturn: boolean;
}

export class RequestFollowUpDto extends DatedDto implements Body<'RequestFollowUp'> {
  @NoteField(2000, { optional: true, example: 'Vil gjerne prøve arbeidspraksis i butikk.' })
  readonly wish?: string;
}

export class RecordGuidanceTalkDto extends DatedDto implements Body<'RecordGuidanceTalk'> {
  @TextsField(60, 10, { example: ['school-choice', 'work-practice'] })
  readonly topics: readonly string[];
  /** Sealed. */
  @NoteField(4000, { optional: true, example: 'Ønsker praksisplass på verksted før ny skolestart.' })
  readonly summary?: string;
}
