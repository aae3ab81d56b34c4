import type { Agency, Category, Day, LegalBasis, Recipient, Sensitivity } from '@samspor/domain';
import { type RecordedEvent, hubEvents } from '../view.js';
import { sentReferral } from './referrals.js';

/** An event of a youth as the joint timeline shows it; its personal fields stay sealed where they are. */
export interface TimelineEntry {
  readonly revision: number;
  readonly eventId: string;
  readonly type: RecordedEvent['type'];
  /** The Norwegian term of the trade. */
  readonly term: string;
  readonly occurredOn: Day;
  readonly recordedAt: string;
  readonly actor: { readonly id: string; readonly name: string; readonly agency: Agency; readonly unit: string };
  readonly owner: Agency;
  readonly category: Category;
  readonly sensitivity: Sensitivity;
  readonly legalBasis?: LegalBasis;
  /** Whom it is addressed to: who is asked, offered or told something by it. */
  readonly addressedTo: readonly (Agency | Recipient)[];
  /** What stands in clear. */
  readonly data: RecordedEvent['data'];
}

const addressedTo = (event: RecordedEvent): TimelineEntry['addressedTo'] => {
  const { type, data } = event;
  switch (type) {
    case 'InformationShared':
    case 'InformationRequestMade':
    case 'CoordinationHandOverOffered':
      return [data.to];
    default: {
      const sent = sentReferral(event);
      return sent ? [sent.to] : [];
    }
  }
};

/** What the timeline says of an event. */
export const timelineEntryOf = (event: RecordedEvent): TimelineEntry => {
  const { id, revision, type, data, metadata } = event;
  const { occurredOn, recordedAt, actor, ownerAgency, category, sensitivity, legalBasis } = metadata;
  return {
    revision,
    eventId: id,
    type,
    term: hubEvents[type].term,
    occurredOn,
    recordedAt,
    actor: { id: actor.id, name: actor.name, agency: actor.agency, unit: actor.unit },
    owner: ownerAgency,
    category,
    sensitivity,
    ...(legalBasis && { legalBasis }),
    addressedTo: addressedTo(event),
    data,
  };
};
