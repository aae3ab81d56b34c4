import { BadRequestException, Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { isDay, statusCodesOn } from '@samspor/domain';
import { Access } from '../auth/access.decorator.js';
import type { PermittedRequest } from '../auth/access.guard.js';
import { After } from '../auth/after.decorator.js';
import { problemOf } from '../problem.js';
import { StatusReportAnswer } from './report.answers.dto.js';
import { GetStatusReport } from './report.queries.js';

@ApiTags('Reports')
@ApiBearerAuth()
@Controller('api/reports')
export class ReportController {
  constructor(private readonly bus: QueryBus) {}

  @Get('status')
  @Access('report')
  @ApiQuery({ name: 'county', required: false, example: '50', description: 'County number; default your own.' })
  @ApiQuery({ name: 'asOf', required: false, example: '2026-06-15', description: 'The day that the statuses hold for; default today.' })
  @ApiQuery({
    name: 'recordedBy',
    required: false,
    example: '2026-06-15T12:00:00Z',
    description: 'Only what was recorded by then: what could be known at that instant.',
  })
  @After()
  @ApiOperation({ operationId: 'GetStatusReport', summary: 'OT statuses of a county on a day, by the Udir codes in force then.' })
  status(
    @Req() { user }: PermittedRequest,
    @Query('county') county?: string,
    @Query('asOf') asOf?: string,
    @Query('recordedBy') recordedBy?: string,
  ): Promise<StatusReportAnswer> {
    if (asOf !== undefined && !isDay(asOf)) throw notADay('asOf', 'YYYY-MM-DD');
    if (asOf !== undefined && statusCodesOn(asOf) === undefined) throw notADay('asOf', 'a day for which Udir has status codes');
    if (recordedBy !== undefined && Number.isNaN(Date.parse(recordedBy)))
      throw notADay('recordedBy', 'an instant such as 2026-06-15T12:00:00Z');
    return this.bus.execute(new GetStatusReport(county ?? user.county ?? '', asOf, recordedBy && new Date(recordedBy).toISOString()));
  }
}

const notADay = (field: string, form: string): BadRequestException =>
  new BadRequestException({ problem: problemOf(400, 'query', `${field} cannot be read`, { remedy: `Give ${form}.` }) });
