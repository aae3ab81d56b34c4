import type { Day } from './day.js';

/** Something that happened, in past tense; plain JSON, never renamed. */
export type Event<Type extends string = string, Data extends object = object> = {
  readonly type: Type;
  readonly data: Data;
};

/** Something an agency asks for. Carries no actor and no clock; `on` is the day it holds for (default: today). */
export type Command<Type extends string = string, Data extends object = object> = {
  readonly type: Type;
  readonly data: Data & { readonly on?: Day };
};

/** One kind of stream: how its state grows from events, and which events a command leads to. Throws Rejected. */
export interface Decider<State, C extends Command, E extends Event, Context> {
  readonly initial: State;
  readonly evolve: (state: State, event: E) => State;
  readonly decide: (command: C, state: State, context: Context) => readonly E[];
}

/** The member of a command or event union that has this type name. */
export type Named<Union extends { readonly type: string }, Type extends Union['type']> = Extract<Union, { readonly type: Type }>;

/** The data of one command or event of a union. */
export type DataOf<Union extends Event, Type extends Union['type']> = Named<Union, Type>['data'];
