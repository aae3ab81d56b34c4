import type { Catalogue, Command, Decider, Event, Metadata } from '@samspor/domain';
import type { Sealer } from '@samspor/privacy';
import type { NewEvent } from './event-store.js';
import { partsOf, toNewEvent } from './record.js';
import { bytesOf, type Past } from './streams.past.js';
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

/** The decided events as they are to be stored, each chained to the one before it. */
export async function draftEvents<State, C extends Command, E extends Event, Context>(
  request: TellRequest<State, C, E, Context>,
  { past, events, context }: Decided<State, E, Context>,
  { decider, catalogue, sealer, clock }: Drafting<State, C, E, Context>,
): Promise<readonly NewEvent[]> {
  const { stream, subject, actor, commandId, fingerprint, correlationId, causationId, describe } = request;
  const given = { recordedAt: clock().toISOString(), actor, commandId, fingerprint, correlationId, causationId };
  const drafts: NewEvent[] = [];
  let state = past.state;
  for (const [index, event] of events.entries()) {
    const parts = partsOf(event, catalogue);
    // Tried before it is stored: an event that cannot be folded would close its stream for ever.
    state = decider.evolve(state, parts.clear);
    const metadata: Metadata = { ...describe(event, context), ...given };
    const previous = drafts.at(-1)?.hash ?? (past.hash === undefined ? undefined : bytesOf(past.hash));
    const slot = { stream, subject, revision: past.revision + 1 + index, index, previous };
    drafts.push(await toNewEvent(parts, metadata, slot, sealer));
  }
  return drafts;
}
