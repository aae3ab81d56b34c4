import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Hub } from '@samspor/casework';
import { AuditReading } from '../youth/audit.reading.js';
import type { AuditAnswer } from '../youth/youth.answers.dto.js';

/** What one actor has done and seen. */
export class GetActsOfActor extends Query<AuditAnswer> {
  constructor(
    readonly actorId: string,
    readonly cursor?: string,
    readonly readBefore?: number,
  ) {
    super();
  }
}

@QueryHandler(GetActsOfActor)
export class GetActsOfActorHandler implements IQueryHandler<GetActsOfActor> {
  constructor(private readonly hub: Hub) {}

  execute({ actorId, cursor, readBefore }: GetActsOfActor): Promise<AuditAnswer> {
    return new AuditReading(this.hub).ofActor(actorId, cursor, readBefore);
  }
}
