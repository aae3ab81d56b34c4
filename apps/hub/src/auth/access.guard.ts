import {
  BadRequestException,
  type ExecutionContext,
  Injectable,
  NotFoundException,
  ServiceUnavailableException,
  UnauthorizedException,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { type CaseFacts, type Policy, type Principal, auditPolicies, findPermit, reportPolicies, youthPolicies } from '@samspor/access';
import { Hub, type YouthCase } from '@samspor/casework';
import type { FastifyRequest } from 'fastify';
import { ActorLimits } from '../limits.per-actor.js';
import { problemOf } from '../problem.js';
import { ACCESS, type AccessKind } from './access.decorator.js';
import { BearerStrategy } from './bearer.strategy.js';

/** A request that has passed the guard. */
export interface PermittedRequest extends FastifyRequest {
  readonly user: Principal;
  /** Set on routes about one youth: the case, and the policy that let the reader in. */
  permit?: { readonly youth: YouthCase; readonly policy: string };
}

const waitForViewsMs = 2_000;

/** `?after=<position>`: the answer has seen the writer's own command. Its form has been looked at before (address.ts). */
const positionIn = ({ query }: PermittedRequest): bigint | undefined => {
  const { after } = query as { readonly after?: string };
  return after === undefined ? undefined : BigInt(after);
};

const viewsBehind = (): ServiceUnavailableException =>
  new ServiceUnavailableException({
    problem: problemOf(503, 'views-behind', 'The views are behind what is stored', {
      remedy: 'Ask again in a second. What a command has answered is stored, and is not to be sent again.',
    }),
  });

const notStored = (): BadRequestException =>
  new BadRequestException({
    problem: problemOf(400, 'query', 'after names nothing that is stored', {
      remedy: 'Give the position that a command has answered with.',
    }),
  });

/** Lets in who may, and answers everybody else as if there were nothing there. */
@Injectable()
export class AccessGuard extends AuthGuard('bearer') {
  constructor(
    private readonly reflector: Reflector,
    private readonly hub: Hub,
    private readonly limits: ActorLimits,
    private readonly bearer: BearerStrategy,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const kind = this.reflector.getAllAndOverride<AccessKind>(ACCESS, [context.getHandler(), context.getClass()]);
    if (kind === 'public') return true;
    const request = context.switchToHttp().getRequest<PermittedRequest>();
    if (!this.signInKnown(request)) await super.canActivate(context);
    this.limits.admit(request.user.id, request.method);
    const after = positionIn(request);
    if (after !== undefined) await this.awaitViews(after);
    if (kind === 'youth') await this.permitYouth(request, youthPolicies);
    if (kind === 'youth-audit') await this.permitYouth(request, auditPolicies);
    if (kind === 'report') this.permitReport(request);
    return true;
  }

  /** Never an older answer than was asked for: who does not find the own command takes it for lost. */
  private async awaitViews(position: bigint): Promise<void> {
    if (await this.hub.seen(position, waitForViewsMs)) return;
    throw position > ((await this.hub.events.head()) ?? -1n) ? notStored() : viewsBehind();
  }

  private signInKnown(request: { user?: Principal } & Pick<FastifyRequest, 'headers'>): boolean {
    const known = this.bearer.known(request);
    if (known) request.user = known;
    return known !== undefined;
  }

  override handleRequest<User>(error: unknown, user: User | false): User {
    if (error) throw error;
    if (!user) throw new UnauthorizedException('Send a token: Authorization: Bearer <token>. In the demo, POST /api/demo/token gives one.');
    return user;
  }

  private async permitYouth(request: PermittedRequest, policies: readonly Policy<CaseFacts>[]): Promise<void> {
    const { youthId } = request.params as { readonly youthId: string };
    const permit =
      (await this.findYouthPermit(youthId, request.user, policies)) ?? (await this.findAfterCatchUp(youthId, request.user, policies));
    if (permit === undefined) throw new NotFoundException();
    request.permit = permit;
  }

  private async findYouthPermit(youthId: string, principal: Principal, policies: readonly Policy<CaseFacts>[]) {
    const youth = await this.hub.cases.find(youthId);
    const policy = youth && findPermit(policies, principal, youth.facts);
    return youth && policy ? { youth, policy: policy.id } : undefined;
  }

  /**
   * A case that was opened a moment ago may not have been in the views yet, or have come while we looked. Views that do not catch up
   * cannot tell whether there is one, whoever asks.
   */
  private async findAfterCatchUp(youthId: string, principal: Principal, policies: readonly Policy<CaseFacts>[]) {
    if (!(await this.hub.catchUp(waitForViewsMs))) throw viewsBehind();
    return this.findYouthPermit(youthId, principal, policies);
  }

  private permitReport({ user, query }: PermittedRequest): void {
    const { county = user.county } = query as Readonly<Record<string, unknown>>;
    if (typeof county !== 'string' || !findPermit(reportPolicies, user, { county, on: this.hub.today() })) throw new NotFoundException();
  }
}
