import { isVisible } from '@samspor/access';
import type { Hub } from '@samspor/casework';
import { type TimelineDocument, timelineView } from '@samspor/projections';
import type { Reader } from '../reader.js';
import type { TimelineAnswer, TimelineEntry } from './youth.answers.dto.js';
import type { PageRequest } from './page-request.js';

/** The joint timeline of one youth as one reader may see it: what is not for the reader is not there. */
export class TimelineReading {
  constructor(private readonly hub: Hub) {}

  async of({ principal, youth }: Reader, { cursor, limit }: PageRequest): Promise<TimelineAnswer> {
    const today = this.hub.today();
    const entries: TimelineDocument[] = [];
    let afterKey = cursor === undefined ? undefined : `${youth.youthId}/${cursor}`;
    do {
      const { documents, next } = await this.page(youth.youthId, afterKey, limit - entries.length);
      entries.push(...documents.map(({ doc }) => doc).filter((entry) => isVisible(entry, principal.agency, youth.card, today)));
      afterKey = next;
    } while (afterKey !== undefined && entries.length < limit);
    return {
      entries: await Promise.all(entries.map((entry) => this.entry(entry))),
      ...(afterKey !== undefined && { next: afterKey.slice(-8) }),
    };
  }

  private page(youthId: string, afterKey: string | undefined, limit: number) {
    return this.hub.views.range(timelineView, {
      from: `${youthId}/00000000`,
      to: `${youthId}/99999999`,
      ...(afterKey !== undefined && { afterKey }),
      limit,
      descending: true,
    });
  }

  private async entry({ actor, legalBasis, sealed, data, ...entry }: TimelineDocument): Promise<TimelineEntry> {
    const { revision, eventId, type, term, occurredOn, recordedAt, owner, category } = entry;
    return {
      revision,
      eventId,
      type,
      term,
      occurredOn,
      recordedAt,
      by: { agency: actor.agency, unit: actor.unit, personId: actor.id, name: actor.name },
      owner,
      category,
      ...(legalBasis && { legalBasis: legalBasis.code }),
      data: { ...data, ...(await this.hub.disclosure.open(sealed)) },
    };
  }
}
