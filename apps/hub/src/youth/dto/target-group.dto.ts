import type { CloseReason, Competence, DataOf, Day, Enrolment, EnrolmentReason, GuardianBasis, YouthCommand } from '@samspor/domain';
import { Matches } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { CodeField, DayField, MunicipalityField, NoteField, PartField, TextField, YesNoField } from '../../fields.js';
import { DatedDto } from '../../dated.dto.js';

type Body<Type extends YouthCommand['type']> = DataOf<YouthCommand, Type>;

const reasons: readonly EnrolmentReason[] = ['not_applied', 'declined', 'no_show', 'quit', 'no_apprenticeship', 'other'];
const competences: readonly Competence[] = ['none', 'basic', 'vocational', 'study'];
const closeReasons: readonly CloseReason[] = ['age', 'competence', 'moved', 'mistake', 'in_school', 'in_work'];
const guardianBases: readonly GuardianBasis[] = ['parental-responsibility', 'guardianship', 'care-order'];
const levels = ['lower-secondary', 'upper-secondary'] as const;

/** What is known when a youth is enrolled with OT. */
export class EnrolmentDto implements Enrolment {
  /** Why the youth is enrolled (tilmeldingsårsak). */
  @CodeField(reasons, { example: 'quit' })
  readonly reason: EnrolmentReason;
  /** Grunnskole or equivalent completed, so that the right under OPL § 5-1 exists. */
  @YesNoField()
  readonly lowerSecondaryCompleted: boolean;
  /** Competence reached in upper secondary education. */
  @CodeField(competences)
  readonly competence: Competence;
}

export class RegisterYouthDto extends DatedDto implements Body<'RegisterYouth'> {
  /** Eleven digits. Outside production only synthetic numbers (month + 80). Sealed before it is stored. */
  @Matches(/^\d{11}$/, { message: '$property must be eleven digits' })
  @ApiProperty({ type: String, pattern: '^\\d{11}$', example: '20880899997' })
  readonly identityNumber: string;
  /** Sealed before it is stored. */
  @TextField(120, { example: 'Ada Demo-Nilsen' })
  readonly name: string;
  /** Never read out of the identity number. */
  @DayField({ example: '2008-08-20' })
  readonly birthDate: Day;
  @MunicipalityField()
  readonly municipality: string;
  @TextField(30, { optional: true, example: '+47 400 00 000' })
  readonly phone?: string;
  @TextField(120, { optional: true, example: 'ada@example.no' })
  readonly email?: string;
  @TextField(200, { optional: true, example: 'Demovegen 1, 7713 Steinkjer' })
  readonly address?: string;
  /** Enrols the youth with OT at once; only OT may. */
  @PartField(() => EnrolmentDto, { optional: true })
  readonly enrolment?: EnrolmentDto;
}

export const registerYouthExample = {
  identityNumber: '20880899997',
  name: 'Ada Demo-Nilsen',
  birthDate: '2008-08-20',
  municipality: '5006',
  phone: '+47 400 00 000',
  enrolment: { reason: 'quit', lowerSecondaryCompleted: true, competence: 'none' },
};

export class OpenMembershipDto extends DatedDto implements Body<'OpenMembership'> {
  @CodeField(reasons, { example: 'quit' })
  readonly reason: EnrolmentReason;
  @YesNoField()
  readonly lowerSecondaryCompleted: boolean;
  @CodeField(competences)
  readonly competence: Competence;
}

export class CloseMembershipDto extends DatedDto implements Body<'CloseMembership'> {
  @CodeField(closeReasons, { example: 'in_school' })
  readonly reason: CloseReason;
}

export class OpenPreventiveCaseDto extends DatedDto implements Body<'OpenPreventiveCase'> {
  @CodeField(levels)
  readonly level: 'lower-secondary' | 'upper-secondary';
  /** What gave rise to it. Sealed. */
  @NoteField(2000, { example: 'Skolen melder om høyt fravær i 10. trinn.' })
  readonly trigger: string;
}

export class RecordContactDetailsDto extends DatedDto implements Body<'RecordContactDetails'> {
  @TextField(30, { optional: true, example: '+47 400 00 000' })
  readonly phone?: string;
  @TextField(120, { optional: true, example: 'ada@example.no' })
  readonly email?: string;
  @TextField(200, { optional: true, example: 'Demovegen 1, 7713 Steinkjer' })
  readonly address?: string;
}

export class ChangeResidenceDto extends DatedDto implements Body<'ChangeResidence'> {
  @MunicipalityField({ example: '5037' })
  readonly municipality: string;
}

export class RegisterGuardianDto extends DatedDto implements Body<'RegisterGuardian'> {
  @TextField(120, { example: 'Eva Demo-Nilsen' })
  readonly name: string;
  @TextField(30, { optional: true, example: '+47 400 00 001' })
  readonly phone?: string;
  @CodeField(guardianBases)
  readonly basis: GuardianBasis;
  @DayField({ optional: true, example: '2026-08-20' })
  readonly to?: Day;
}
