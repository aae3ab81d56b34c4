import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Hub, readStatusReport } from '@samspor/casework';
import type { Day } from '@samspor/domain';
import type { StatusReportAnswer } from './report.answers.dto.js';

/** OT statuses of a county on a day. */
export class GetStatusReport extends Query<StatusReportAnswer> {
  constructor(
    readonly county: string,
    readonly asOf?: Day,
    readonly recordedBy?: string,
  ) {
    super();
  }
}

@QueryHandler(GetStatusReport)
export class GetStatusReportHandler implements IQueryHandler<GetStatusReport> {
  constructor(private readonly hub: Hub) {}

  async execute({ county, asOf = this.hub.today(), recordedBy }: GetStatusReport): Promise<StatusReportAnswer> {
    const { total, groups } = await readStatusReport(this.hub.views, { county, asOf, ...(recordedBy !== undefined && { recordedBy }) });
    return { county, asOf, total, groups };
  }
}
