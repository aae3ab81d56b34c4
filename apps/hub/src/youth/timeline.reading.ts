import { isVisible } from '@samspor/access';
import type { Hub } from '@samspor/casework';
import { type RecordedEvent, timelineEntryOf, youthStreamOf } from '@samspor/projections';
import type { Reader } from '../reader.js';
import { beforeOf, cursorOf, type PageRequest } from './page-request.js';
import type { TimelineAnswer, TimelineEntry } from './youth.answers.dto.js';

/** An event, with what the timeline says of it. */
interface Told {
  readonly event: RecordedEvent;
  readonly says: ReturnType<typeof timelineEntryOf>;
}

/** The joint timeline of one youth as one reader may see it: what is not for the reader is not there. */
export class TimelineReading {
  constructor(private readonly hub: Hub) {}

  async of({ principal, youth }: Reader, { cursor, limit }: PageRequest): Promise<TimelineAnswer> {
    const today = this.hub.today();
    const shown: Told[] = [];
    let before = beforeOf(cursor);
    do {
      const page = await this.hub.history.page(youthStreamOf(youth.youthId), before, limit - shown.length);
      const told = page.events.map((event) => ({ event, says: timelineEntryOf(event) }));
      shown.push(...told.filter(({ says }) => isVisible(says, principal.agency, youth.access, today)));
      before = page.before;
    } while (before !== undefined && shown.length < limit);
    return { entries: await Promise.all(shown.map((told) => this.entry(told))), ...cursorOf(before) };
  }

  private async entry({ event, says }: Told): Promise<TimelineEntry> {
    const { actor, legalBasis, data, revision, eventId, type, term, occurredOn, recordedAt, owner, category } = says;
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
