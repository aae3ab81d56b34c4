import { Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Principal } from '@samspor/access';
import { contactRoles } from '@samspor/domain';
import { Access } from '../auth/access.decorator.js';
import type { PermittedRequest } from '../auth/access.guard.js';
import { After } from '../auth/after.decorator.js';
import { WorklistAnswer } from './worklist.answers.dto.js';
import { GetWorklist } from './worklist.queries.js';

/** Advisers are named for their youths; a school is not, and looks at what its office has. */
const usualList = ({ agency }: Principal): 'me' | 'unit' => (contactRoles.some((role) => role === agency) ? 'me' : 'unit');

@ApiTags('Worklist')
@ApiBearerAuth()
@Controller('api/worklist')
export class WorklistController {
  constructor(private readonly bus: QueryBus) {}

  @Get()
  @Access('signed-in')
  @ApiQuery({
    name: 'of',
    required: false,
    enum: ['me', 'unit'],
    description: 'Youths that you are named for (default for advisers and contact persons), or that your office has a case with.',
  })
  @After()
  @ApiOperation({ operationId: 'GetWorklist', summary: 'Your youths, the one with the nearest deadline first, and what it asks of you.' })
  list(@Req() { user }: PermittedRequest, @Query('of') of?: string): Promise<WorklistAnswer> {
    return this.bus.execute(new GetWorklist(user, of === 'me' || of === 'unit' ? of : usualList(user)));
  }
}
