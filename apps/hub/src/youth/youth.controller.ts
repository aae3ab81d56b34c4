import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiProperty, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Access } from '../auth/access.decorator.js';
import type { PermittedRequest } from '../auth/access.guard.js';
import { After } from '../auth/after.decorator.js';
import { readerOf } from '../reader.js';
import { AuditAnswer, OpenCommandsAnswer, SearchAnswer, TimelineAnswer, TrekantAnswer } from './youth.answers.dto.js';
import { FindYouth, GetAudit, GetOpenCommands, GetTimeline, GetTrekant } from './youth.queries.js';

export class SearchDto {
  @Matches(/^\d{11}$/, { message: '$property must be eleven digits' })
  @ApiProperty({ type: String, pattern: '^\\d{11}$', example: '20880899997', description: 'In the body, never in an address.' })
  readonly identityNumber: string;
}

/** What a reader sees of one youth. */
@ApiTags('Youth: views')
@ApiBearerAuth()
@ApiResponse({ status: 404, description: 'Nothing there that you may see.' })
@Controller('api/youths')
export class YouthController {
  constructor(private readonly bus: QueryBus) {}

  @Post('search')
  @HttpCode(200)
  @Access('signed-in')
  @ApiOperation({ operationId: 'FindYouth', summary: 'Finds the youth with an identity number, among those that you may see.' })
  search(@Body() { identityNumber }: SearchDto, @Req() request: PermittedRequest): Promise<SearchAnswer> {
    return this.bus.execute(new FindYouth(identityNumber, request.user));
  }

  @Get(':youthId/trekant')
  @Access('youth')
  @After()
  @ApiParam({ name: 'youthId', format: 'uuid' })
  @ApiOperation({ operationId: 'GetTrekant', summary: 'OT adviser, NAV adviser and municipal contact person, with what is missing.' })
  async trekant(@Req() request: PermittedRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<TrekantAnswer> {
    const answer = await this.bus.execute(new GetTrekant(readerOf(request)));
    void reply.header('etag', `"r${answer.revision}"`);
    return answer;
  }

  @Get(':youthId/timeline')
  @Access('youth')
  @After()
  @ApiParam({ name: 'youthId', format: 'uuid' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'limit', required: false, example: 50 })
  @ApiOperation({ operationId: 'GetTimeline', summary: 'What all agencies have done, newest first, as far as you may see it.' })
  timeline(@Req() request: PermittedRequest, @Query('cursor') cursor?: string, @Query('limit') limit?: string): Promise<TimelineAnswer> {
    return this.bus.execute(new GetTimeline(readerOf(request), pageOf(cursor, limit)));
  }

  @Get(':youthId/audit')
  @Access('youth-audit')
  @After()
  @ApiParam({ name: 'youthId', format: 'uuid' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'readBefore', required: false })
  @ApiOperation({ operationId: 'GetAudit', summary: 'Who did, and who saw, what and when.' })
  audit(
    @Req() request: PermittedRequest,
    @Query('cursor') cursor?: string,
    @Query('readBefore') readBefore?: string,
  ): Promise<AuditAnswer> {
    return this.bus.execute(new GetAudit(readerOf(request), pageOf(cursor), numberOf(readBefore)));
  }

  @Get(':youthId/open-commands')
  @Access('youth')
  @ApiParam({ name: 'youthId', format: 'uuid' })
  @ApiOperation({
    operationId: 'GetOpenCommands',
    summary: 'What you can do now; and for the rest, which rule stands in the way and what would open it.',
  })
  openCommands(@Req() request: PermittedRequest): Promise<OpenCommandsAnswer> {
    return this.bus.execute(new GetOpenCommands(readerOf(request)));
  }
}

const maxPage = 100;

const numberOf = (text: string | undefined): number | undefined => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : undefined);

const pageOf = (cursor: string | undefined, limit?: string) => ({
  ...(cursor !== undefined && /^\d{8}$/.test(cursor) && { cursor }),
  limit: Math.min(Math.max(numberOf(limit) ?? 50, 1), maxPage),
});
