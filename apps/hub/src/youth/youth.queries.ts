import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Principal, findPermit, youthPolicies } from '@samspor/access';
import { Hub } from '@samspor/casework';
import type { Reader } from '../reader.js';
import type { PageRequest } from './page-request.js';
import { AuditReading } from './audit.reading.js';
import { openCommandsAnswer } from './open-commands.reading.js';
import { TimelineReading } from './timeline.reading.js';
import { TrekantReading } from './trekant.reading.js';
import type { AuditAnswer, OpenCommandsAnswer, SearchAnswer, TimelineAnswer, TrekantAnswer } from './youth.answers.dto.js';

export class GetTrekant extends Query<TrekantAnswer> {
  constructor(readonly reader: Reader) {
    super();
  }
}

export class GetTimeline extends Query<TimelineAnswer> {
  constructor(
    readonly reader: Reader,
    readonly page: PageRequest,
  ) {
    super();
  }
}

export class GetAudit extends Query<AuditAnswer> {
  constructor(
    readonly reader: Reader,
    readonly page: PageRequest,
    readonly readBefore?: number,
  ) {
    super();
  }
}

export class GetOpenCommands extends Query<OpenCommandsAnswer> {
  constructor(readonly reader: Reader) {
    super();
  }
}

export class FindYouth extends Query<SearchAnswer> {
  constructor(
    readonly identityNumber: string,
    readonly principal: Principal,
  ) {
    super();
  }
}

@QueryHandler(GetTrekant)
export class GetTrekantHandler implements IQueryHandler<GetTrekant> {
  constructor(private readonly hub: Hub) {}

  async execute({ reader }: GetTrekant): Promise<TrekantAnswer> {
    const answer = await new TrekantReading(this.hub).of(reader);
    await this.hub.disclosure.record(answer.youthId, 'trekant', reader.principal, reader.policy);
    return answer;
  }
}

@QueryHandler(GetTimeline)
export class GetTimelineHandler implements IQueryHandler<GetTimeline> {
  constructor(private readonly hub: Hub) {}

  async execute({ reader, page }: GetTimeline): Promise<TimelineAnswer> {
    const answer = await new TimelineReading(this.hub).of(reader, page);
    await this.hub.disclosure.record(reader.youth.youthId, 'timeline', reader.principal, reader.policy);
    return answer;
  }
}

@QueryHandler(GetAudit)
export class GetAuditHandler implements IQueryHandler<GetAudit> {
  constructor(private readonly hub: Hub) {}

  async execute({ reader, page, readBefore }: GetAudit): Promise<AuditAnswer> {
    const answer = await new AuditReading(this.hub).ofYouth(reader, page, readBefore);
    await this.hub.disclosure.record(reader.youth.youthId, 'audit', reader.principal, reader.policy);
    return answer;
  }
}

@QueryHandler(GetOpenCommands)
export class GetOpenCommandsHandler implements IQueryHandler<GetOpenCommands> {
  constructor(private readonly hub: Hub) {}

  async execute({ reader: { principal, youth, policy } }: GetOpenCommands): Promise<OpenCommandsAnswer> {
    const commands = await this.hub.youths.openCommands(youth.youthId, principal, this.hub.today());
    await this.hub.disclosure.record(youth.youthId, 'open-commands', principal, policy);
    return openCommandsAnswer(youth.youthId, commands);
  }
}

@QueryHandler(FindYouth)
export class FindYouthHandler implements IQueryHandler<FindYouth> {
  constructor(private readonly hub: Hub) {}

  async execute({ identityNumber, principal }: FindYouth): Promise<SearchAnswer> {
    const youthId = await this.hub.youths.find(identityNumber);
    const youth = youthId === undefined ? undefined : await this.hub.cases.find(youthId);
    const policy = youth && findPermit(youthPolicies, principal, youth.facts);
    if (youth === undefined || policy === undefined) return { youths: [] };
    await this.hub.disclosure.record(youth.youthId, 'search', principal, policy.id);
    return { youths: [{ youthId: youth.youthId }] };
  }
}
