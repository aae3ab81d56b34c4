import type { Agency, Day } from '@samspor/domain';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** Something that is due. */
export class DeadlineAnswer {
  @ApiProperty({ example: 'referral-answer' })
  readonly kind: string;
  @ApiProperty({ example: '2026-03-24' })
  readonly dueOn: Day;
  /** What it asks, in English. */
  @ApiProperty({ example: 'Answer the referral: accept it, return it with a reason, or ask for more.' })
  readonly asks: string;
  /** The same in Norwegian. */
  @ApiProperty({ example: 'Svar på henvisningen: godta, returner med grunn, eller spør om mer.' })
  readonly asksNb: string;
  @ApiProperty({ example: ['NAV'] })
  readonly forAgencies: readonly Agency[];
  @ApiProperty({ example: false })
  readonly overdue: boolean;
}

/** A youth on somebody's list. */
export class WorklistRow {
  @ApiProperty({ format: 'uuid', example: '0d9be6a6-54c2-4f1f-8d4e-0f4f8d6a3c55' })
  readonly youthId: string;
  @ApiPropertyOptional({ example: 'Ada Demo-Nilsen' })
  readonly name?: string;
  @ApiProperty({ example: '5006' })
  readonly municipality: string;
  @ApiPropertyOptional({ example: 'OTOV' })
  readonly status?: string;
  @ApiPropertyOptional({ type: DeadlineAnswer })
  readonly next?: DeadlineAnswer;
  @ApiProperty({ type: [DeadlineAnswer] })
  readonly deadlines: readonly DeadlineAnswer[];
}

export class WorklistAnswer {
  @ApiProperty({ type: [WorklistRow] })
  readonly youths: readonly WorklistRow[];
}
