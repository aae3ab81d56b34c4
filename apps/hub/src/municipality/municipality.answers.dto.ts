import type { Agency, ContactRole, Day } from '@samspor/domain';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PersonAnswer } from '../youth/youth.answers.dto.js';

export class RunningMeasureAnswer {
  @ApiProperty({ enum: ['NAV', 'county', 'combined'], example: 'NAV' })
  readonly kind: 'NAV' | 'county' | 'combined';
  @ApiPropertyOptional({ example: 'ARBEIDSTRENING' })
  readonly code?: string;
  @ApiPropertyOptional({ example: '2026-09-15' })
  readonly to?: Day;
}

/** One youth in the coordinated picture. */
export class OverviewRow {
  @ApiProperty({ format: 'uuid', example: '0d9be6a6-54c2-4f1f-8d4e-0f4f8d6a3c55' })
  readonly youthId: string;
  @ApiPropertyOptional({ example: 'Ada Demo-Nilsen' })
  readonly name?: string;
  @ApiPropertyOptional({ example: 'OTOV' })
  readonly status?: string;
  @ApiPropertyOptional({ example: 'OT' })
  readonly coordinator?: Agency;
  /** Corners of the trekant that nobody holds. */
  @ApiProperty({ example: ['NAV'] })
  readonly missing: readonly ContactRole[];
  @ApiProperty({ example: 1 })
  readonly openReferrals: number;
  @ApiProperty({ type: [RunningMeasureAnswer] })
  readonly measures: readonly RunningMeasureAnswer[];
  @ApiPropertyOptional({ example: '2026-03-24' })
  readonly nextDeadlineOn?: Day;
}

export class OverviewAnswer {
  @ApiProperty({ example: '5006' })
  readonly municipality: string;
  @ApiProperty({ example: 'Steinkjer' })
  readonly name: string;
  @ApiProperty({ type: [OverviewRow] })
  readonly youths: readonly OverviewRow[];
  @ApiPropertyOptional({ description: 'Give as ?cursor= for the next page.', example: '0d9be6a6-54c2-4f1f-8d4e-0f4f8d6a3c55' })
  readonly next?: string;
}

export class FixedContactAnswer {
  @ApiProperty({ example: 'KOM' })
  readonly role: ContactRole;
  @ApiPropertyOptional({ type: PersonAnswer })
  readonly person?: PersonAnswer;
}

/** Who answers for a municipality; a corner without a person is missing. */
export class ContactsAnswer {
  @ApiProperty({ example: '5006' })
  readonly municipality: string;
  @ApiProperty({ example: 'Steinkjer' })
  readonly name: string;
  @ApiProperty({ type: [FixedContactAnswer] })
  readonly contacts: readonly FixedContactAnswer[];
  @ApiProperty({ example: ['KOM'] })
  readonly missing: readonly ContactRole[];
}
