import type { Event, Recorded } from '@samspor/domain';
import { textOf } from './bytes.js';
import { toEvent } from './record.js';
import { ToldCommands } from './streams.commands.js';

/** What is known of a stream up to a revision. */
export interface Past<State> {
  readonly state: State;
  /** -1 when it has no events. */
  readonly revision: number;
  readonly position: bigint | undefined;
  /** Of the last event, a byte a character: as bytes of their own they would take six times as much memory. */
  readonly hash: string | undefined;
  readonly commands: ToldCommands;
  /** The revision of the newest snapshot; -1 when there is none. */
  readonly keptAt: number;
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
  commands: ToldCommands.none(),
  keptAt: -1,
});

/** The past as it is with one more event, which has led to this state. */
export const extendedTo = <State, E extends Event>(
  state: State,
  { commands, keptAt }: Past<State>,
  { recorded, hash }: Link<E>,
): Past<State> => {
  const { revision, position, metadata } = recorded;
  commands.add(metadata.commandId);
  return { state, revision, position, hash: textOf(hash), commands, keptAt };
};

/** Gives the past as it is with one more event. */
export const extendBy =
  <State, E extends Event>(evolve: (state: State, event: E) => State) =>
  (past: Past<State>, link: Link<E>): Past<State> =>
    extendedTo(evolve(past.state, toEvent(link.recorded)), past, link);
