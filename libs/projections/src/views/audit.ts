import type { Actor, Agency, Day, LegalBasis } from '@samspor/domain';
import { type RecordedEvent, type View, hubEvents } from '../view.js';
import { revisionKey } from './timeline.js';

/** Who did what, when and under which law: nothing of what the event holds. */
export interface AuditDocument {
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly eventId: string;
  readonly type: RecordedEvent['type'];
  readonly term: string;
  readonly occurredOn: Day;
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly owner: Agency;
  readonly lawVersion: string;
  readonly termsVersion?: string;
  readonly legalBasis?: LegalBasis;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId?: string;
}

/** The keys of a stream's audit, for a range. */
export const auditOf = (stream: string): { readonly from: string; readonly to: string } => ({ from: `${stream}/`, to: `${stream}/~` });

const entryOf = ({ id, stream, revision, position, type, metadata }: RecordedEvent): AuditDocument => {
  const { occurredOn, recordedAt, actor, ownerAgency, lawVersion, termsVersion, legalBasis, commandId, correlationId, causationId } =
    metadata;
  return {
    stream,
    revision,
    position: String(position),
    eventId: id,
    type,
    term: hubEvents[type].term,
    occurredOn,
    recordedAt,
    actor,
    owner: ownerAgency,
    lawVersion,
    ...(termsVersion !== undefined && { termsVersion }),
    ...(legalBasis && { legalBasis }),
    commandId,
    correlationId,
    ...(causationId !== undefined && { causationId }),
  };
};

/** One document for each event of every stream, by stream and revision; found by who did it. */
export const auditView: View<AuditDocument> = {
  name: 'audit',
  version: 1,
  isLog: true,
  keys: ({ stream, revision }) => [`${stream}/${revisionKey(revision)}`],
  reduce: (_entry, event) => entryOf(event),
  indexes: ({ actor }) => ({ actor: actor.id }),
};
