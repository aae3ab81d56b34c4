import {
  type Category,
  type ConsentGiver,
  type ConsentScope,
  type DataOf,
  type Day,
  type Purpose,
  type Recipient,
  type SharingAgency,
  type SharingBasis,
  type YouthCommand,
  categories,
  purposes,
  sharingAgencies,
} from '@samspor/domain';
import { CodeField, CodeNameField, CodesField, DayField, ExactlyOneOf, IdField, NoteField, PartField } from '../../fields.js';
import { DatedDto } from '../../dated.dto.js';

type Body<Type extends YouthCommand['type']> = DataOf<YouthCommand, Type>;

const recipients = [...sharingAgencies, 'guardian'] as const;
const givers: readonly ConsentGiver[] = ['youth', 'guardian', 'both-guardians'];
const ways = ['written', 'digital', 'oral'] as const;

/** Why a sharing is lawful: give one of the two. */
export class SharingBasisDto {
  /** A live consent of the youth. */
  @IdField({ optional: true })
  readonly consentId?: string;
  /** A statutory basis by its code, e.g. AML_19. */
  @CodeNameField({ optional: true, example: 'FVL_13B_1_5' })
  readonly statute?: string;
}

/** What a consent is about: categories × from × to × purpose. */
class ConsentScopeDto extends DatedDto implements ConsentScope {
  @CodeField(sharingAgencies, { example: 'OT' })
  readonly from: SharingAgency;
  @CodeField(recipients, { example: 'NAV' })
  readonly to: Recipient;
  @CodesField(categories, { example: ['follow-up', 'work-and-measures'] })
  readonly categories: readonly Category[];
  @CodeField(purposes)
  readonly purpose: Purpose;
  @CodeField(givers)
  readonly giver: ConsentGiver;
}

export class GiveConsentDto extends ConsentScopeDto implements Body<'GiveConsent'> {
  /** Default: the day it is given. */
  @DayField({ optional: true })
  readonly validFrom?: Day;
  /** Default: the length in the agreement's terms. */
  @DayField({ optional: true, example: '2026-12-31' })
  readonly validTo?: Day;
  @CodeNameField({ example: '1' })
  readonly formVersion: string;
  @CodeField(ways)
  readonly how: 'written' | 'digital' | 'oral';
}

export class RefuseConsentDto extends ConsentScopeDto implements Body<'RefuseConsent'> {}

export class WithdrawConsentDto extends DatedDto implements Body<'WithdrawConsent'> {
  @IdField()
  readonly consentId: string;
  @CodeField(givers)
  readonly by: ConsentGiver;
}

export class ExpireConsentDto extends DatedDto implements Body<'ExpireConsent'> {
  @IdField()
  readonly consentId: string;
}

export class ShareInformationDto extends DatedDto implements Body<'ShareInformation'> {
  @CodeField(recipients, { example: 'NAV' })
  readonly to: Recipient;
  @CodesField(categories, { example: ['follow-up'] })
  readonly categories: readonly Category[];
  @CodeField(purposes)
  readonly purpose: Purpose;
  @PartField(() => SharingBasisDto, { example: { consentId: '5f1d7e0a-3a53-5c57-9a55-7f9a2b1c3d4e' } })
  @ExactlyOneOf('consentId', 'statute')
  readonly basis: SharingBasis;
  /** Sealed. */
  @NoteField(8000, { example: 'Har vist stor interesse for mekaniske fag; ønsker praksisplass.' })
  readonly content: string;
}

export class RequestInformationDto extends DatedDto implements Body<'RequestInformation'> {
  @CodeField(sharingAgencies, { example: 'SCH' })
  readonly to: SharingAgency;
  /** Statutory basis for asking, e.g. AML_19. */
  @CodeNameField({ example: 'AML_19' })
  readonly statute: string;
  /** Sealed. */
  @NoteField(2000, { example: 'Karakterutskrift og fravær siste skoleår.' })
  readonly what: string;
  @DayField({ optional: true, example: '2026-04-01' })
  readonly dueOn?: Day;
}

export class ShareInEmergencyDto extends DatedDto implements Body<'ShareInEmergency'> {
  /** Who was told, e.g. AMK, police, emergency ward. */
  @CodeNameField({ example: 'AMK' })
  readonly to: string;
  /** Sealed. */
  @NoteField(4000, { example: 'Fare for liv; se journal.' })
  readonly reason: string;
}
