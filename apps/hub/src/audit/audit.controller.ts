import { Controller, Get, NotFoundException, Param, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.decorator.js';
import type { PermittedRequest } from '../auth/access.guard.js';
import { AuditAnswer } from '../youth/youth.answers.dto.js';
import { GetActsOfActor } from './audit.queries.js';

/** The audit trail over one actor; over one youth it stands with the youth. */
@ApiTags('Audit')
@ApiBearerAuth()
@Access('signed-in')
@Controller('api/audit')
export class AuditController {
  constructor(private readonly bus: QueryBus) {}

  @Get('actors/:actorId')
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'readBefore', required: false })
  @ApiOperation({ operationId: 'GetActsOfActor', summary: 'What one person has done and seen: for auditors, and for the person.' })
  ofActor(
    @Param('actorId') actorId: string,
    @Req() { user }: PermittedRequest,
    @Query('cursor') cursor?: string,
    @Query('readBefore') readBefore?: string,
  ): Promise<AuditAnswer> {
    if (user.role !== 'auditor' && user.id !== actorId) throw new NotFoundException();
    return this.bus.execute(new GetActsOfActor(actorId, cursor, /^\d{1,9}$/.test(readBefore ?? '') ? Number(readBefore) : undefined));
  }
}
