import { type Principal, type Reading, isVisible } from '@samspor/access';
import type { Hub } from '@samspor/casework';
import { type AuditDocument, type Found, auditView, timelineView } from '@samspor/projections';
import type { Reader } from '../reader.js';
import type { ActAnswer, AuditAnswer, ReadingAnswer } from './youth.answers.dto.js';
import type { PageRequest } from './page-request.js';

/** Who did, and who saw, what and when; never the content. */
export class AuditReading {
  constructor(private readonly hub: Hub) {}

  /** Over one youth. An auditor sees every act; others the acts that they may know of, and the readings of their own agency. */
  async ofYouth({ principal, youth }: Reader, { cursor, limit }: PageRequest, readBefore?: number): Promise<AuditAnswer> {
    const stream = `youth-${youth.youthId}`;
    const { documents, next } = await this.hub.views.range(auditView, {
      from: `${stream}/00000000`,
      to: `${stream}/99999999`,
      ...(cursor !== undefined && { afterKey: `${stream}/${cursor}` }),
      limit,
      descending: true,
    });
    const shown = isAuditor(principal) ? documents : await this.visible(documents, { principal, youth });
    const { readings, next: nextReadings } = await this.hub.reads.ofYouth(youth.youthId, readBefore);
    return {
      acts: shown.map(({ doc }) => actFrom(doc)),
      ...(next !== undefined && { next: next.slice(-8) }),
      readings: readings.filter(({ agency }) => isAuditor(principal) || agency === principal.agency || agency === 'OT').map(readingFrom),
      ...(nextReadings !== undefined && { nextReadings }),
    };
  }

  /** The acts whose events the reader may see in the timeline. */
  private async visible(acts: readonly Found<AuditDocument>[], { principal, youth }: Pick<Reader, 'principal' | 'youth'>) {
    const today = this.hub.today();
    const keyOf = ({ doc }: Found<AuditDocument>): string => `${youth.youthId}/${String(doc.revision).padStart(8, '0')}`;
    const entries = await this.hub.views.getMany(timelineView, acts.map(keyOf));
    return acts.filter((act) => {
      const entry = entries.get(keyOf(act));
      return entry !== undefined && isVisible(entry, principal.agency, youth.card, today);
    });
  }

  /** Over one actor: for auditors, and for people about themselves. */
  async ofActor(actorId: string, cursor: string | undefined, readBefore?: number): Promise<AuditAnswer> {
    const { documents, next } = await this.hub.views.find(auditView, {
      field: 'actor',
      value: actorId,
      ...(cursor !== undefined && { afterKey: cursor }),
      limit: 100,
    });
    const { readings, next: nextReadings } = await this.hub.reads.ofActor(actorId, readBefore);
    return {
      acts: documents.map(({ doc }) => actFrom(doc)),
      ...(next !== undefined && { next }),
      readings: readings.map(readingFrom),
      ...(nextReadings !== undefined && { nextReadings }),
    };
  }
}

const isAuditor = ({ role }: Principal): boolean => role === 'auditor';

const actFrom = ({
  type,
  term,
  stream,
  revision,
  occurredOn,
  recordedAt,
  actor,
  legalBasis,
  lawVersion,
  termsVersion,
}: AuditDocument): ActAnswer => ({
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
});

const readingFrom = ({ at, actorId, agency, unit, youthId, what, policy }: Reading): ReadingAnswer => ({
  at,
  personId: actorId,
  agency,
  unit,
  youthId,
  what,
  policy,
});
