import { type Principal, type Reading, isVisible } from '@samspor/access';
import type { Hub } from '@samspor/casework';
import { type RecordedEvent, actOf, actsOf, actsView, timelineEntryOf, youthStreamOf } from '@samspor/projections';
import type { Reader } from '../reader.js';
import type { ActAnswer, AuditAnswer, ReadingAnswer } from './youth.answers.dto.js';
import { beforeOf, cursorOf, type PageRequest } from './page-request.js';

/** Who did, and who saw, what and when; never the content. */
export class AuditReading {
  constructor(private readonly hub: Hub) {}

  /** Over one youth. An auditor sees every act; others the acts that they may know of, and the readings of their own agency. */
  async ofYouth(reader: Reader, { cursor, limit }: PageRequest, readBefore?: number): Promise<AuditAnswer> {
    const { principal, youth } = reader;
    const { events, before } = await this.hub.history.page(youthStreamOf(youth.youthId), beforeOf(cursor), limit);
    const shown = isAuditor(principal) ? events : events.filter((event) => this.isVisible(event, reader));
    const { readings, next: nextReadings } = await this.hub.reads.ofYouth(youth.youthId, readBefore);
    return {
      acts: shown.map(actFrom),
      ...cursorOf(before),
      readings: readings.filter(({ agency }) => isAuditor(principal) || agency === principal.agency || agency === 'OT').map(readingFrom),
      ...(nextReadings !== undefined && { nextReadings }),
    };
  }

  /** Whether the reader may see the event in the timeline. */
  private isVisible(event: RecordedEvent, { principal, youth }: Reader): boolean {
    return isVisible(timelineEntryOf(event), principal.agency, youth.access, this.hub.today());
  }

  /** Over one actor, the newest first: for auditors, and for people about themselves. */
  async ofActor(actorId: string, cursor: string | undefined, readBefore?: number): Promise<AuditAnswer> {
    const { documents, next } = await this.hub.views.range(actsView, {
      ...actsOf(actorId),
      ...(cursor !== undefined && { afterKey: `${actorId}/${cursor}` }),
      limit: 100,
      descending: true,
    });
    const events = await Promise.all(documents.map(({ doc: { stream, revision } }) => this.hub.history.at(stream, revision)));
    const { readings, next: nextReadings } = await this.hub.reads.ofActor(actorId, readBefore);
    return {
      acts: events
        .filter((event) => event !== undefined)
        .filter(({ metadata }) => metadata.actor.id === actorId)
        .map(actFrom),
      ...(next !== undefined && { next: next.slice(actorId.length + 1) }),
      readings: readings.map(readingFrom),
      ...(nextReadings !== undefined && { nextReadings }),
    };
  }
}

const isAuditor = ({ role }: Principal): boolean => role === 'auditor';

const actFrom = (event: RecordedEvent): ActAnswer => {
  const { type, term, stream, revision, occurredOn, recordedAt, actor, legalBasis, lawVersion, termsVersion } = actOf(event);
  return {
    type,
    term,
    stream,
    revision,
    occurredOn,
    recordedAt,
    by: { agency: actor.agency, unit: actor.unit, personId: actor.id, name: actor.name },
    ...(legalBasis && { legalBasis: legalBasis.code }),
    lawVersion,
    ...(termsVersion !== undefined && { termsVersion }),
  };
};

const readingFrom = ({ at, actorId, agency, unit, youthId, what, policy }: Reading): ReadingAnswer => ({
  at,
  personId: actorId,
  agency,
  unit,
  youthId,
  what,
  policy,
});
