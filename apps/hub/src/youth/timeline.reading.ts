import { isVisible } from '@samspor/access';
import type { Hub } from '@samspor/casework';
import { type RecordedEvent, timelineEntryOf } from '@samspor/projections';
import type { Reader } from '../reader.js';
import { beforeOf, cursorOf, type PageRequest } from './page-request.js';
import type { TimelineAnswer, TimelineEntry } from './youth.answers.dto.js';

/** The joint timeline of one youth as one reader may see it: what is not for the reader is not there. */
export class TimelineReading {
  constructor(private readonly hub: Hub) {}

  async of({ principal, youth }: Reader, { cursor, limit }: PageRequest): Promise<TimelineAnswer> {
    const today = this.hub.today();
    const isShown = (event: RecordedEvent): boolean => isVisible(timelineEntryOf(event), principal.agency, youth.access, today);
    const shown: RecordedEvent[] = [];
    let before = beforeOf(cursor);
    do {
      const page = await this.hub.history.page(`youth-${youth.youthId}`, before, limit - shown.length);
      shown.push(...page.events.filter(isShown));
      before = page.before;
    } while (before !== undefined && shown.length < limit);
    return { entries: await Promise.all(shown.map((event) => this.entry(event))), ...cursorOf(before) };
  }

  private async entry(event: RecordedEvent): Promise<TimelineEntry> {
    const { actor, legalBasis, data, revision, eventId, type, term, occurredOn, recordedAt, owner, category } = timelineEntryOf(event);
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
      data: { ...data, ...(await this.hub.disclosure.openEvent(event)) },
    };
  }
}
