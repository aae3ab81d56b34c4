import type { Catalogue, Command, Decider, Description, Event, Metadata } from '@samspor/domain';
import type { Sealer } from '@samspor/privacy';
import { bytesOf } from './bytes.js';
import type { NewEvent } from './event-store.js';
import { partsOf, toNewEvent } from './record.js';
import type { Past } from './streams.past.js';
import type { TellRequest } from './streams.requests.js';

/** What a command led to, and what it was decided on. */
export interface Decided<State, E extends Event, Context> {
  readonly past: Past<State>;
  readonly events: readonly E[];
  readonly context: Context;
}

/** What turns decided events into events ready to be stored. */
export interface Drafting<State, C extends Command, E extends Event, Context> {
  readonly decider: Decider<State, C, E, Context>;
  readonly catalogue: Catalogue<E>;
  readonly sealer: Sealer;
  readonly clock: () => Date;
}

type Given = Pick<Metadata, 'recordedAt' | 'actor' | 'commandId' | 'fingerprint' | 'correlationId' | 'causationId'>;

/** Field by field in the order of canonical JSON, which is then written in one go. */
const metadataOf = (
  { category, lawVersion, legalBasis, occurredOn, ownerAgency, schemaVersion, sensitivity, termsVersion }: Description,
  { actor, causationId, commandId, correlationId, fingerprint, recordedAt }: Given,
): Metadata => ({
  actor,
  category,
  causationId,
  commandId,
  correlationId,
  fingerprint,
  lawVersion,
  legalBasis,
  occurredOn,
  ownerAgency,
  recordedAt,
  schemaVersion,
  sensitivity,
  termsVersion,
});

/** The decided events as they are to be stored, each chained to the one before it. */
export async function draftEvents<State, C extends Command, E extends Event, Context>(
  request: TellRequest<State, C, E, Context>,
  { past, events, context }: Decided<State, E, Context>,
  { decider, catalogue, sealer, clock }: Drafting<State, C, E, Context>,
): Promise<readonly NewEvent[]> {
  const { stream, subject, actor, commandId, fingerprint, correlationId, causationId, describe } = request;
  const given: Given = { recordedAt: clock().toISOString(), actor, commandId, fingerprint, correlationId, causationId };
  const drafts: NewEvent[] = [];
  let state = past.state;
  for (const [index, event] of events.entries()) {
    const parts = partsOf(event, catalogue);
    // Tried before it is stored: an event that cannot be folded would close its stream for ever.
    state = decider.evolve(state, parts.clear);
    const metadata = metadataOf(describe(event, context), given);
    const previous = drafts.at(-1)?.hash ?? (past.hash === undefined ? undefined : bytesOf(past.hash));
    const slot = { stream, subject, revision: past.revision + 1 + index, index, previous };
    drafts.push(await toNewEvent(parts, metadata, slot, sealer));
  }
  return drafts;
}
