import {
  type Category,
  type DataOf,
  type SharingBasis,
  type YouthCommand,
  categories,
  municipalServices,
  referralReasons,
  returnReasons,
} from '@samspor/domain';
import { CodeField, CodeNameField, CodesField, ExactlyOneOf, IdField, NoteField, PartField } from '../../fields.js';
import { SharingBasisDto } from './consent.dto.js';
import { DatedDto } from '../../dated.dto.js';

type Body<Type extends YouthCommand['type']> = DataOf<YouthCommand, Type>;

const codesOf = (choices: readonly { readonly code: string }[]): readonly string[] => choices.map(({ code }) => code);
const help = ['guidance', 'measure', 'work', 'combined'] as const;

/** What every referral (henvisning) says. */
class ReferralDto extends DatedDto {
  /** The office that is asked. */
  @CodeNameField({ example: 'nav-5006' })
  readonly toUnit: string;
  @CodeField(codesOf(referralReasons))
  readonly reason: string;
  /** What the referral tells about. */
  @CodesField(categories, { example: ['follow-up', 'work-and-measures'] })
  readonly categories: readonly Category[];
  /** Consent or statute that allows it. */
  @PartField(() => SharingBasisDto, { example: { consentId: '5f1d7e0a-3a53-5c57-9a55-7f9a2b1c3d4e' } })
  @ExactlyOneOf('consentId', 'statute')
  readonly basis: SharingBasis;
  /** Sealed. */
  @NoteField(8000, { optional: true, example: 'Ønsker hjelp til praksisplass; kan møte på dagtid.' })
  readonly message?: string;
}

export class ReferToNavDto extends ReferralDto implements Body<'ReferToNav'> {
  @CodeField(help, { example: 'measure' })
  readonly wantedHelp: 'guidance' | 'measure' | 'work' | 'combined';
}

export class ReferToOtDto extends ReferralDto implements Body<'ReferToOt'> {}

export class ReferToPptDto extends ReferralDto implements Body<'ReferToPpt'> {}

export class ReferToMunicipalServiceDto extends ReferralDto implements Body<'ReferToMunicipalService'> {
  @CodeField(codesOf(municipalServices))
  readonly service: string;
}

export class AcceptReferralDto extends DatedDto implements Body<'AcceptReferral'> {
  @IdField()
  readonly referralId: string;
  /** Who will take the case. */
  @CodeNameField({ optional: true, example: 'nav-ole' })
  readonly handlerId?: string;
}

export class ReturnReferralDto extends DatedDto implements Body<'ReturnReferral'> {
  @IdField()
  readonly referralId: string;
  @CodeField(codesOf(returnReasons))
  readonly reason: string;
  /** Sealed. */
  @NoteField(4000, { optional: true, example: 'Ungdommen er allerede i tiltak hos oss; ta kontakt med veileder.' })
  readonly advice?: string;
}

export class AskForMoreInformationDto extends DatedDto implements Body<'AskForMoreInformation'> {
  @IdField()
  readonly referralId: string;
  /** Sealed. */
  @NoteField(4000, { example: 'Hvilke tiltak er prøvd tidligere?' })
  readonly question: string;
}

export class GiveMoreInformationDto extends DatedDto implements Body<'GiveMoreInformation'> {
  @IdField()
  readonly referralId: string;
  /** Sealed. */
  @NoteField(8000, { example: 'Arbeidspraksis høsten 2025, fullført.' })
  readonly answer: string;
}

export class WithdrawReferralDto extends DatedDto implements Body<'WithdrawReferral'> {
  @IdField()
  readonly referralId: string;
  /** Sealed. */
  @NoteField(2000, { optional: true, example: 'Ungdommen har fått læreplass.' })
  readonly reason?: string;
}
