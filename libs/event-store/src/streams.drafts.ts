import type { Catalogue, Command, Decider, Description, Event, Metadata, Recorded } from '@samspor/domain';
import type { Sealer } from '@samspor/privacy';
import { bytesOf } from './bytes.js';
import type { Appended, NewEvent } from './event-store.js';
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

/** Without the fields that are not there. */
const present = <T extends object>(fields: T): T =>
  Object.values(fields).includes(undefined)
    ? (Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T)
    : fields;

/** As it reads when it is stored: in the order of canonical JSON, which is then written in one go, and without what is not there. */
const metadataOf = (
  { category, lawVersion, legalBasis, occurredOn, ownerAgency, schemaVersion, sensitivity, termsVersion }: Description,
  { actor, causationId, commandId, correlationId, fingerprint, recordedAt }: Given,
): Metadata => {
  const metadata = present({
    actor,
    category,
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
  return causationId === undefined ? metadata : { ...metadata, causationId };
};

/** An event that is ready to be stored, what it tells as anybody reads it back, and the state that it leads to. */
export interface Draft<State, E extends Event> {
  readonly stored: NewEvent;
  readonly event: E;
  readonly metadata: Metadata;
  readonly state: State;
}

/** Gives the decided events the form in which they are stored, each chained to the one before it. */
export async function draftEvents<State, C extends Command, E extends Event, Context>(
  request: TellRequest<State, C, E, Context>,
  { past, events, context }: Decided<State, E, Context>,
  { decider, catalogue, sealer, clock }: Drafting<State, C, E, Context>,
): Promise<readonly Draft<State, E>[]> {
  const { stream, subject, actor, commandId, fingerprint, correlationId, causationId, describe } = request;
  const given: Given = { recordedAt: clock().toISOString(), actor, commandId, fingerprint, correlationId, causationId };
  const drafts: Draft<State, E>[] = [];
  let state = past.state;
  for (const [index, decided] of events.entries()) {
    const parts = partsOf(decided, catalogue);
    // Tried before it is stored: an event that cannot be folded would close its stream for ever.
    state = decider.evolve(state, parts.clear);
    const metadata = metadataOf(describe(decided, context), given);
    const previous = drafts.at(-1)?.stored.hash ?? (past.hash === undefined ? undefined : bytesOf(past.hash));
    const slot = { stream, subject, revision: past.revision + 1 + index, index, previous };
    drafts.push({ stored: await toNewEvent(parts, metadata, slot, sealer), event: parts.clear, metadata, state });
  }
  return drafts;
}

/** A draft as it reads once it is stored. */
export const recordedFrom = <E extends Event>(
  { stored: { id, sealed }, event: { type, data }, metadata }: Draft<unknown, E>,
  stream: string,
  { revision, position }: Appended,
): Recorded<E> => ({ id, stream, revision, position, type, data, metadata, ...(sealed && { sealed }) });
