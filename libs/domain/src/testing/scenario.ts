import type { Command, Decider, Event } from '../kernel/decider.js';
import { Rejected } from '../kernel/rejected.js';

/** `given(events).when(command)` then `.then(events)`, `.thenRejected(code)` or `.thenNothing()`; for any decider. */
export const scenarioOf = <State, C extends Command, E extends Event, Context>(decider: Decider<State, C, E, Context>, usual: Context) => {
  const given = (...past: readonly E[]) => ({
    when: (command: C, changed: Partial<Context> = {}) => {
      const state = past.reduce(decider.evolve, decider.initial);
      const context: Context = { ...usual, ...(command.data.on && { on: command.data.on }), ...changed };
      const decide = () => decider.decide(command, state, context);
      return {
        then: (...expected: readonly E[]): void => expect(decide()).toEqual(expected),
        /** These event types, whatever their data. */
        thenTypes: (...types: readonly E['type'][]): void => expect(decide().map(({ type }) => type)).toEqual(types),
        thenNothing: (): void => expect(decide()).toEqual([]),
        thenRejected: (code: string): void => expect(refusalOf(decide)).toBe(code),
      };
    },
  });
  return { given };
};

/** The code of the rule that refused, or what came instead. */
const refusalOf = (decide: () => readonly Event[]): string => {
  try {
    return `accepted: ${decide()
      .map(({ type }) => type)
      .join(', ')}`;
  } catch (error) {
    if (error instanceof Rejected) return error.rule.code;
    throw error;
  }
};
