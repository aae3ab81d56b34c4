import { Controller, Get, NotFoundException, Param, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.decorator.js';
import type { PermittedRequest } from '../auth/access.guard.js';
import { After } from '../auth/after.decorator.js';
import { ContactsAnswer, OverviewAnswer } from './municipality.answers.dto.js';
import { GetContacts, GetOverview } from './municipality.queries.js';

const numbered = (text: string): string => {
  if (/^\d{4}$/.test(text)) return text;
  throw new NotFoundException();
};

@ApiTags('Municipality')
@ApiBearerAuth()
@Access('signed-in')
@ApiParam({ name: 'number', example: '5006' })
@Controller('api/municipalities/:number')
export class MunicipalityController {
  constructor(private readonly bus: QueryBus) {}

  @Get('overview')
  @ApiQuery({ name: 'cursor', required: false })
  @After()
  @ApiOperation({
    operationId: 'GetOverview',
    summary: 'The coordinated picture of a municipality: its youths that you may see, with plans, people and what is missing.',
  })
  overview(@Param('number') number: string, @Req() { user }: PermittedRequest, @Query('cursor') cursor?: string): Promise<OverviewAnswer> {
    return this.bus.execute(new GetOverview(numbered(number), user, cursor));
  }

  @Get('contacts')
  @After()
  @ApiOperation({ operationId: 'GetContacts', summary: 'The fixed contact persons of a municipality.' })
  contacts(@Param('number') number: string): Promise<ContactsAnswer> {
    return this.bus.execute(new GetContacts(numbered(number)));
  }
}
