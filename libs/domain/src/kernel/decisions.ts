import type { Actor, Agency } from './agency.js';
import type { Command, Event } from './decider.js';
import { Rejected } from './rejected.js';
import type { AnyRule, Rule } from './rule.js';

/** Who may give one command, what it must pass, and what it leads to. */
export interface Decision<State, C extends Command, E extends Event, Context> {
  /** What the command does, in one sentence; becomes its documentation. */
  readonly does: string;
  /** Agencies that may give it (R51): those that may append its events. */
  readonly by: readonly Agency[];
  /** Must all hold; the first that does not refuses the command. */
  readonly rules: readonly Rule<State, C, Context>[];
  /** Do not refuse, since the fact has happened: each that does not hold adds an event that says so. */
  readonly flags?: readonly Rule<State, C, Context>[];
  /** The events; none when there is nothing to do. */
  emits(command: C, state: State, context: Context): readonly E[];
}

/** A row for every command of a union: a command without one does not compile. */
export type Decisions<State, C extends Command, E extends Event, Context> = {
  readonly [T in C['type']]: Decision<State, Extract<C, { readonly type: T }>, E, Context>;
};

/** A table of decisions whatever it decides on; for lists and generated documents. */
export type AnyDecisions = Readonly<
  Record<
    string,
    { readonly does: string; readonly by: readonly Agency[]; readonly rules: readonly AnyRule[]; readonly flags?: readonly AnyRule[] }
  >
>;

/** Owned facts: an agency appends only its own event types (domain.md (a), column "may append"). */
export const agencyMayAppend: AnyRule = {
  id: 'R51',
  code: 'AGENCY_MAY_NOT_APPEND',
  kind: 'AGR',
  source: 'Each agency answers for its own facts; ARK §§ 6 d, 10',
  says: 'An agency appends only its own facts.',
};

interface DecidingBy<State, C extends Command, E extends Event, Context> {
  readonly table: Decisions<State, C, E, Context>;
  /** Rules that every command must pass, before its own. */
  readonly always: readonly Rule<State, C, Context>[];
  /** The event that tells of a flag that did not hold. */
  readonly flagged: (rule: AnyRule, context: Context) => E;
}

/** Turns a table into a `decide`: agency, rules in order, events, then one event per flag that does not hold. */
export const decideBy =
  <State, C extends Command, E extends Event, Context extends { readonly actor: Actor }>({
    table,
    always,
    flagged,
  }: DecidingBy<State, C, E, Context>) =>
  (command: C, state: State, context: Context): readonly E[] => {
    const decision = table[command.type as C['type']] as Decision<State, C, E, Context>;
    const { by, rules, flags = [] } = decision;
    if (!by.includes(context.actor.agency)) {
      throw new Rejected(agencyMayAppend, `${command.type} is for ${by.join(', ')}. Ask them to record it, or refer the youth to them.`);
    }
    const broken = [...always, ...rules].find((rule) => !rule.holds(state, command, context));
    if (broken) throw new Rejected(broken, broken.remedy(state, command, context));
    const events = decision.emits(command, state, context);
    if (events.length === 0) return events;
    return [...events, ...flags.filter((flag) => !flag.holds(state, command, context)).map((flag) => flagged(flag, context))];
  };
