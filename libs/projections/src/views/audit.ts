import type { Actor, Day, LegalBasis } from '@samspor/domain';
import { type RecordedEvent, hubEvents } from '../view.js';

/** Who did what, when and under which law: nothing of what the event holds. */
export interface Act {
  readonly stream: string;
  readonly revision: number;
  readonly type: RecordedEvent['type'];
  readonly term: string;
  readonly occurredOn: Day;
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly lawVersion: string;
  readonly termsVersion?: string;
  readonly legalBasis?: LegalBasis;
}

/** What the audit says of an event. */
export const actOf = ({ stream, revision, type, metadata }: RecordedEvent): Act => {
  const { occurredOn, recordedAt, actor, lawVersion, termsVersion, legalBasis } = metadata;
  return {
    stream,
    revision,
    type,
    term: hubEvents[type].term,
    occurredOn,
    recordedAt,
    actor,
    lawVersion,
    ...(termsVersion !== undefined && { termsVersion }),
    ...(legalBasis && { legalBasis }),
  };
};
