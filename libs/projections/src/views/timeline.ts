import type { Agency, Category, Day, LegalBasis, Recipient, Sensitivity } from '@samspor/domain';
import { type RecordedEvent, type SealedRef, type View, hubEvents, sealedRefOf, youthIdOf } from '../view.js';
import { sentReferral } from './referrals.js';

/** An event of a youth as the joint timeline shows it. */
export interface TimelineDocument {
  readonly youthId: string;
  readonly eventId: string;
  readonly revision: number;
  readonly position: string;
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
  readonly sealed?: SealedRef;
}

const REVISION_DIGITS = 8;

/** The keys of a youth's timeline, for a range. */
export const timelineOf = (youthId: string): { readonly from: string; readonly to: string } => ({
  from: `${youthId}/`,
  to: `${youthId}/~`,
});

/** A revision that sorts as text. */
export const revisionKey = (revision: number): string => String(revision).padStart(REVISION_DIGITS, '0');

const addressedTo = (event: RecordedEvent): TimelineDocument['addressedTo'] => {
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

const entryOf = (event: RecordedEvent, youthId: string): TimelineDocument => {
  const { id, revision, position, type, data, metadata } = event;
  const { occurredOn, recordedAt, actor, ownerAgency, category, sensitivity, legalBasis } = metadata;
  const sealed = sealedRefOf(event);
  return {
    youthId,
    eventId: id,
    revision,
    position: String(position),
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
    ...(sealed && { sealed }),
  };
};

/** One document for each event of a youth, by youth and revision. */
export const timelineView: View<TimelineDocument> = {
  name: 'timeline',
  version: 1,
  isLog: true,
  keys: ({ stream, revision }) => {
    const youthId = youthIdOf(stream);
    return youthId === undefined ? [] : [`${youthId}/${revisionKey(revision)}`];
  },
  reduce: (_entry, event) => entryOf(event, youthIdOf(event.stream) ?? ''),
};
