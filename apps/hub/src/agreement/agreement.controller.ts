import { BadRequestException, Controller, Get, HttpCode, Post, Body, Req, Res, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Hub } from '@samspor/casework';
import { type AgreementCommand, agreementDecisions } from '@samspor/domain';
import type { FastifyReply } from 'fastify';
import { Access } from '../auth/access.decorator.js';
import type { PermittedRequest } from '../auth/access.guard.js';
import { Considered, Written, writtenFrom } from '../command/answers.js';
import { counted } from '../command/counted.js';
import { Metrics } from '../health/metrics.js';
import { addCommandRoutes } from '../command/command-routes.js';
import { isDryRun, tellingOf } from '../command/telling.js';
import { problemOf } from '../problem.js';
import {
  AnchorLocalAdaptationDto,
  ApproveLocalAdaptationDto,
  NameFixedContactPersonDto,
  ProposeLocalAdaptationDto,
  ReleaseFixedContactPersonDto,
  SignAgreementDto,
  TerminateAgreementDto,
} from './agreement.dto.js';
import { ConsiderAgreement, TellAgreement } from './agreement.handlers.js';
import { TermsFolder } from './terms-folder.js';

/** The body of every command to an agreement's stream. */
const bodies: Readonly<Record<Exclude<AgreementCommand['type'], 'SignAgreement'>, Type<object>>> = {
  NameFixedContactPerson: NameFixedContactPersonDto,
  ReleaseFixedContactPerson: ReleaseFixedContactPersonDto,
  ProposeLocalAdaptation: ProposeLocalAdaptationDto,
  AnchorLocalAdaptation: AnchorLocalAdaptationDto,
  ApproveLocalAdaptation: ApproveLocalAdaptationDto,
  TerminateAgreement: TerminateAgreementDto,
};

/** Commands to an agreement's stream: `POST /api/agreements/{agreementId}/{command-in-kebab-case}`. */
@ApiBearerAuth()
@Access('signed-in')
@Controller('api/agreements/:agreementId')
export class AgreementCommandsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly hub: Hub,
    private readonly terms: TermsFolder,
    private readonly metrics: Metrics,
  ) {}

  @Post('sign-agreement')
  @HttpCode(201)
  @ApiTags('Agreement: commands')
  @ApiParam({ name: 'agreementId', type: String, format: 'uuid' })
  @ApiQuery({ name: 'dryRun', required: false, type: String })
  @ApiBody({ type: SignAgreementDto })
  @ApiOperation({ operationId: 'SignAgreement', summary: agreementDecisions.SignAgreement.does })
  @ApiResponse({ status: 201, type: Written })
  sign(
    @Body() { termsVersion, ...data }: SignAgreementDto,
    @Req() request: PermittedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Written | Considered> {
    const terms = this.terms.find(termsVersion);
    if (terms !== undefined) return this.tell('SignAgreement', { ...data, terms }, request, reply);
    const remedy = `Choose one of ${this.terms.versions().join(', ')}, or add a file to deploy/terms and start the hub again.`;
    throw new BadRequestException({ problem: problemOf(400, 'terms', 'No terms of that version', { remedy }) });
  }

  async tell(type: string, data: object, request: PermittedRequest, reply: FastifyReply): Promise<Written | Considered> {
    const { agreementId } = request.params as { readonly agreementId: string };
    const command = { type, data } as AgreementCommand;
    const telling = tellingOf(request, agreementId, command, this.hub);
    if (isDryRun(request)) {
      void reply.status(200);
      return this.bus.execute(new ConsiderAgreement(agreementId, command, telling));
    }
    const told = await counted(this.metrics, type, () => this.bus.execute(new TellAgreement(agreementId, command, telling)));
    void reply.header('etag', `"r${told.revision}"`);
    return writtenFrom(told, telling);
  }
}

addCommandRoutes(AgreementCommandsController, {
  parameter: 'agreementId',
  tag: ApiTags('Agreement: commands'),
  decisions: agreementDecisions,
  bodies,
});

/** The terms that can be agreed here. */
@ApiTags('Agreement: views')
@ApiBearerAuth()
@Access('signed-in')
@Controller('api/agreements')
export class AgreementController {
  constructor(private readonly terms: TermsFolder) {}

  @Get('terms')
  @ApiOperation({ summary: 'Versions of terms that an agreement can be signed with.' })
  versions(): string[] {
    return [...this.terms.versions()];
  }
}
