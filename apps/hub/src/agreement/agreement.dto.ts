import {
  type AdaptableTerms,
  type AgreementCommand,
  type Agency,
  type Anchor,
  type ContactRole,
  type DataOf,
  type Day,
  agencies,
  anchors,
  contactRoles,
} from '@samspor/domain';
import {
  CodeField,
  CodeNameField,
  CodesField,
  DayField,
  IdField,
  MunicipalityField,
  NoteField,
  NumberField,
  PartField,
  TextField,
} from '../fields.js';
import { Matches } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { DatedDto } from '../dated.dto.js';

type Body<Type extends AgreementCommand['type']> = DataOf<AgreementCommand, Type>;

const levels = ['overarching', 'operational'] as const;
const parties = agencies.filter((agency) => !['Y', 'SYS', 'ADM'].includes(agency));

export class SignAgreementDto extends DatedDto implements Omit<Body<'SignAgreement'>, 'terms'> {
  /** County number on the first day of the agreement. */
  @Matches(/^\d{2}$/, { message: '$property must be a county number of two digits' })
  @ApiProperty({ type: String, pattern: '^\\d{2}$', example: '50' })
  readonly county: string;
  @CodesField(parties, { example: ['OT', 'NAV', 'KOM'] })
  readonly parties: readonly Agency[];
  @CodeField(levels)
  readonly level: 'overarching' | 'operational';
  @DayField({ example: '2026-01-01' })
  readonly from: Day;
  @DayField({ example: '2028-12-31' })
  readonly to: Day;
  /** Version of the terms, as in a file of deploy/terms. */
  @CodeNameField({ example: 'trondelag-2024.1' })
  readonly termsVersion: string;
}

export class NameFixedContactPersonDto extends DatedDto implements Body<'NameFixedContactPerson'> {
  @MunicipalityField()
  readonly municipality: string;
  @CodeField(contactRoles, { example: 'KOM' })
  readonly role: ContactRole;
  @CodeNameField({ example: 'kom-anne' })
  readonly personId: string;
  @CodeNameField({ example: 'kom-5006' })
  readonly unit: string;
  @TextField(120, { example: 'Anne Demo-Lian' })
  readonly name: string;
  @TextField(30, { optional: true, example: '+47 400 00 003' })
  readonly phone?: string;
  @TextField(120, { optional: true, example: 'anne@example.no' })
  readonly email?: string;
}

export class ReleaseFixedContactPersonDto extends DatedDto implements Body<'ReleaseFixedContactPerson'> {
  @MunicipalityField()
  readonly municipality: string;
  @CodeField(contactRoles, { example: 'KOM' })
  readonly role: ContactRole;
}

/** What a municipality may adapt, within the agreement's floors. */
export class AdaptableTermsDto implements AdaptableTerms {
  @NumberField(1, 20, { optional: true, example: 4 })
  readonly minAttempts?: number;
  @NumberField(1, 7, { optional: true, example: 2 })
  readonly minChannels?: number;
  @NumberField(0, 120, { optional: true, example: 10 })
  readonly minSpanWorkingDays?: number;
  @NumberField(1, 60, { optional: true, example: 3 })
  readonly firstContactWorkingDays?: number;
  @NumberField(0, 365, { optional: true, example: 7 })
  readonly graceDays?: number;
  @NumberField(1, 365, { optional: true, example: 10 })
  readonly referralAnswerDays?: number;
}

export class ProposeLocalAdaptationDto extends DatedDto implements Body<'ProposeLocalAdaptation'> {
  @MunicipalityField()
  readonly municipality: string;
  @PartField(() => AdaptableTermsDto)
  readonly changes: AdaptableTermsDto;
  @DayField({ example: '2026-04-01' })
  readonly from: Day;
}

export class AnchorLocalAdaptationDto extends DatedDto implements Body<'AnchorLocalAdaptation'> {
  @IdField()
  readonly adaptationId: string;
  @CodeField(anchors)
  readonly anchor: Anchor;
}

export class ApproveLocalAdaptationDto extends DatedDto implements Body<'ApproveLocalAdaptation'> {
  @IdField()
  readonly adaptationId: string;
}

export class TerminateAgreementDto extends DatedDto implements Body<'TerminateAgreement'> {
  @NoteField(500, { example: 'Erstattes av ny avtale.' })
  readonly reason: string;
}
