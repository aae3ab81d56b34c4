import type { Event, Recorded } from '@samspor/domain';
import { toEvent } from './record.js';

/** Where in a stream the events of one command stand. */
export interface Effect {
  readonly first: number;
  readonly last: number;
  readonly fingerprint: string;
}

/** What is known of a stream up to a revision. */
export interface Past<State> {
  readonly state: State;
  /** -1 when it has no events. */
  readonly revision: number;
  readonly position: bigint | undefined;
  /** Of the last event. */
  readonly hash: Uint8Array | undefined;
  /**
   * By command id. It grows along with the stream and is shared by all pasts of it, since an entry is true for ever and
   * copying it for each command would cost more than deciding.
   */
  readonly effects: Map<string, Effect>;
}

/** An event that was read, with its link of the chain. */
export interface Link<E extends Event> {
  readonly recorded: Recorded<E>;
  readonly hash: Uint8Array;
}

/** The past of a stream without events. */
export const emptyPast = <State>(initial: State): Past<State> => ({
  state: initial,
  revision: -1,
  position: undefined,
  hash: undefined,
  effects: new Map(),
});

/** Gives the past as it is with one more event. */
export const extendBy =
  <State, E extends Event>(evolve: (state: State, event: E) => State) =>
  ({ state, effects }: Past<State>, { recorded, hash }: Link<E>): Past<State> => {
    const { revision, position, metadata } = recorded;
    const { commandId, fingerprint } = metadata;
    const next = evolve(state, toEvent(recorded));
    effects.set(commandId, { first: effects.get(commandId)?.first ?? revision, last: revision, fingerprint });
    return { state: next, revision, position, hash, effects };
  };
