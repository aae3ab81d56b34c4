import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { PassportModule } from '@nestjs/passport';
import { Hub, loadTerms, projectFile } from '@samspor/casework';
import { AgreementCommandsController, AgreementController } from './agreement/agreement.controller.js';
import { ConsiderAgreementHandler, TellAgreementHandler } from './agreement/agreement.handlers.js';
import { TermsFolder } from './agreement/terms-folder.js';
import { AuditController } from './audit/audit.controller.js';
import { GetActsOfActorHandler } from './audit/audit.queries.js';
import { AccessGuard } from './auth/access.guard.js';
import { BearerStrategy } from './auth/bearer.strategy.js';
import { DemoController } from './auth/demo.controller.js';
import { DemoPeople } from './auth/demo-people.js';
import { PolicyInventory } from './auth/policy-inventory.js';
import { TokenVerifier } from './auth/token-verifier.js';
import { FeedController } from './feed/feed.controller.js';
import { ActorLimits } from './limits.per-actor.js';
import type { Limits } from './limits.js';
import { Overload } from './overload.js';
import { HealthController } from './health/health.controller.js';
import { Metrics } from './health/metrics.js';
import { MunicipalityController } from './municipality/municipality.controller.js';
import { GetContactsHandler, GetOverviewHandler } from './municipality/municipality.queries.js';
import { ProblemFilter } from './problem.filter.js';
import { ReportController } from './report/report.controller.js';
import { GetStatusReportHandler } from './report/report.queries.js';
import { StartPageController } from './start-page/start-page.controller.js';
import { validationPipe } from './validation.pipe.js';
import { WorklistController } from './worklist/worklist.controller.js';
import { GetWorklistHandler } from './worklist/worklist.queries.js';
import { YouthCommandsController, YouthRegistrationController } from './youth/youth-commands.controller.js';
import { YouthController } from './youth/youth.controller.js';
import { ConsiderYouthHandler, RegisterYouthHandler, TellYouthHandler } from './youth/youth.handlers.js';
import { FindYouthHandler, GetAuditHandler, GetOpenCommandsHandler, GetTimelineHandler, GetTrekantHandler } from './youth/youth.queries.js';

const controllers = [
  YouthController,
  YouthRegistrationController,
  YouthCommandsController,
  AgreementController,
  AgreementCommandsController,
  WorklistController,
  MunicipalityController,
  ReportController,
  AuditController,
  FeedController,
  HealthController,
  StartPageController,
];

const handlers = [
  TellYouthHandler,
  ConsiderYouthHandler,
  RegisterYouthHandler,
  TellAgreementHandler,
  ConsiderAgreementHandler,
  GetTrekantHandler,
  GetTimelineHandler,
  GetAuditHandler,
  GetOpenCommandsHandler,
  FindYouthHandler,
  GetWorklistHandler,
  GetOverviewHandler,
  GetContactsHandler,
  GetStatusReportHandler,
  GetActsOfActorHandler,
];

/** Wires routes, handlers and guards around an open hub; no rules of its own. */
@Module({})
export class HubModule {
  static with(hub: Hub, demo: boolean, limits: Limits): DynamicModule {
    return {
      module: HubModule,
      imports: [CqrsModule.forRoot(), PassportModule, DiscoveryModule],
      controllers: demo ? [...controllers, DemoController] : controllers,
      providers: [
        ...handlers,
        BearerStrategy,
        Metrics,
        PolicyInventory,
        { provide: Hub, useValue: hub },
        { provide: ActorLimits, useValue: new ActorLimits(limits) },
        { provide: Overload, useFactory: (metrics: Metrics) => new Overload(limits, metrics), inject: [Metrics] },
        { provide: DemoPeople, useFactory: () => (demo ? DemoPeople.ofCounty() : new DemoPeople([])) },
        { provide: TermsFolder, useFactory: () => new TermsFolder(loadTerms(projectFile('deploy/terms'))) },
        { provide: TokenVerifier, useFactory: () => new TokenVerifier(hub.tokenKey) },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useValue: validationPipe },
      ],
    };
  }
}
