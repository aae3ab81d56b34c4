import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiBody, ApiHeader, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type YouthCommand, youthDecisions } from '@samspor/domain';
import { Hub } from '@samspor/casework';
import type { FastifyReply } from 'fastify';
import { Access } from '../auth/access.decorator.js';
import type { PermittedRequest } from '../auth/access.guard.js';
import { Considered, Written, writtenFrom } from '../command/answers.js';
import { counted } from '../command/counted.js';
import { Metrics } from '../health/metrics.js';
import { addCommandRoutes } from '../command/command-routes.js';
import { isDryRun, tellingOf } from '../command/telling.js';
import { RegisterYouthDto, registerYouthExample } from './dto/target-group.dto.js';
import { youthCommandBodies } from './youth.commands.js';
import { ConsiderYouth, RegisterYouth, TellYouth } from './youth.handlers.js';

/** Opens a youth's stream. */
@ApiTags('Youth: commands')
@ApiBearerAuth()
@Controller('api/youths')
export class YouthRegistrationController {
  constructor(
    private readonly bus: CommandBus,
    private readonly hub: Hub,
    private readonly metrics: Metrics,
  ) {}

  @Post()
  @HttpCode(201)
  @Access('signed-in')
  @ApiOperation({ operationId: 'RegisterYouth', summary: youthDecisions.RegisterYouth.does })
  @ApiHeader({
    name: 'Idempotency-Key',
    description: 'A UUID per command; the same key is one effect.',
    required: false,
    example: '8f14e45f-ceea-467f-9575-1f1f1f1f1f1f',
  })
  @ApiQuery({ name: 'dryRun', required: false, type: Boolean })
  @ApiBody({ type: RegisterYouthDto, examples: { example: { value: registerYouthExample } } })
  @ApiResponse({ status: 201, type: Written })
  @ApiResponse({ status: 200, type: Considered, description: 'Dry run.' })
  async register(
    @Body() data: RegisterYouthDto,
    @Req() request: PermittedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Written | Considered> {
    const command = { type: 'RegisterYouth', data } as const;
    const telling = tellingOf(request, 'youths', command, this.hub);
    if (isDryRun(request)) {
      void reply.status(200);
      return this.bus.execute(new ConsiderYouth(undefined, command, telling));
    }
    const told = await counted(this.metrics, 'RegisterYouth', () => this.bus.execute(new RegisterYouth(command, telling)));
    void reply.header('etag', `"r${told.revision}"`).header('location', `/api/youths/${told.youthId}/trekant`);
    return { youthId: told.youthId, ...writtenFrom(told, telling) };
  }
}

/** Every other command to a youth's stream: `POST /api/youths/{youthId}/{command-in-kebab-case}`. */
@ApiBearerAuth()
@Access('youth')
@Controller('api/youths/:youthId')
export class YouthCommandsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly hub: Hub,
    private readonly metrics: Metrics,
  ) {}

  async tell(type: string, data: object, request: PermittedRequest, reply: FastifyReply): Promise<Written | Considered> {
    const { youthId } = request.params as { readonly youthId: string };
    const command = { type, data } as YouthCommand;
    const telling = tellingOf(request, youthId, command, this.hub);
    if (isDryRun(request)) {
      void reply.status(200);
      return this.bus.execute(new ConsiderYouth(youthId, command, telling));
    }
    const told = await counted(this.metrics, type, () => this.bus.execute(new TellYouth(youthId, command, telling)));
    void reply.header('etag', `"r${told.revision}"`);
    return writtenFrom(told, telling);
  }
}

addCommandRoutes(YouthCommandsController, {
  parameter: 'youthId',
  tag: ApiTags('Youth: commands'),
  decisions: youthDecisions,
  bodies: youthCommandBodies,
});
