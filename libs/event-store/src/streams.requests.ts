import type { Actor, Command, Description, Event, Recorded } from '@samspor/domain';

/** A command to one stream, as far as a decision needs it. */
export interface ConsiderRequest<State, C extends Command, Context> {
  readonly stream: string;
  readonly command: C;
  /** The last revision that the author has seen (If-Match); -1 for a stream without events. */
  readonly expectedRevision?: number;
  /** What the decider needs to know from outside. Asked for each time that the command is decided. */
  readonly context: (state: State) => Context | Promise<Context>;
}

/** A command to one stream, and who gives it. */
export interface TellRequest<State, C extends Command, E extends Event, Context> extends ConsiderRequest<State, C, Context> {
  /** Whom the stream is about: whose keys seal its personal fields. */
  readonly subject: string;
  /** The same id is one effect. */
  readonly commandId: string;
  /** Keyed hash of the command: another command under the same id is refused. */
  readonly fingerprint: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly actor: Actor;
  /** The part of the envelope that the domain decides. */
  readonly describe: (event: E, context: Context) => Description;
}

/** What a command led to. The same command id always gives the same answer. */
export interface Told<E extends Event> {
  readonly stream: string;
  /** Of the command's last event; the stream's when there was nothing to do, -1 when it has no events. */
  readonly revision: number;
  /** Of the command's last event; the stream's when there was nothing to do, undefined when it has no events. */
  readonly position: bigint | undefined;
  readonly events: readonly Recorded<E>[];
  /** The command had been told before, and was not decided again. */
  readonly repeated: boolean;
}

/** What a command would lead to. */
export interface Considered<E extends Event> {
  readonly events: readonly E[];
}

/** How a stream stands now. */
export interface Loaded<State> {
  readonly state: State;
  /** -1 when it has no events. */
  readonly revision: number;
  readonly position: bigint | undefined;
  readonly exists: boolean;
}
