import type { Day } from '@samspor/domain';
import { ApiProperty } from '@nestjs/swagger';

export class StatusItemAnswer {
  @ApiProperty({ example: 'OTAP' })
  readonly code: string;
  @ApiProperty({ example: 'på NAV-tiltak' })
  readonly labelNb: string;
  @ApiProperty({ example: 'NAV measure' })
  readonly labelEn: string;
  @ApiProperty({ example: 130 })
  readonly count: number;
}

export class StatusGroupAnswer {
  @ApiProperty({ example: 'active' })
  readonly group: string;
  @ApiProperty({ example: 'I aktivitet' })
  readonly labelNb: string;
  @ApiProperty({ example: 'In activity' })
  readonly labelEn: string;
  @ApiProperty({ example: 272 })
  readonly count: number;
  @ApiProperty({ type: [StatusItemAnswer] })
  readonly items: readonly StatusItemAnswer[];
}

/** OT statuses of a county; the parts always add up to the whole. */
export class StatusReportAnswer {
  @ApiProperty({ example: '50' })
  readonly county: string;
  @ApiProperty({ example: '2026-06-15' })
  readonly asOf: Day;
  @ApiProperty({ example: 596 })
  readonly total: number;
  @ApiProperty({ type: [StatusGroupAnswer] })
  readonly groups: readonly StatusGroupAnswer[];
}
