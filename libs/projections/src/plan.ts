import type { Reading } from './reading.js';
import { Unreadable } from './lazy-event.js';
import type { AnyView, RecordedEvent } from './view.js';
import type { ParkingCode } from './view-store.js';

/** A reading with the documents that it may change, or why it cannot be folded. */
export type Plan =
  | { readonly reading: Reading; readonly event: RecordedEvent; readonly keys: readonly string[] }
  | { readonly reading: Reading; readonly failure: ParkingCode };

const codeOf = (error: unknown): ParkingCode => (error instanceof Unreadable ? 'UNREADABLE_EVENT' : 'FOLD_FAILED');

/** What the view makes of a reading; never throws. */
export const planOf = (view: AnyView, reading: Reading): Plan => {
  const { read } = reading;
  if ('failure' in read) return { reading, failure: read.failure };
  try {
    const isPassedOver = view.passesOver?.has(read.event.type) === true;
    return { reading, event: read.event, keys: isPassedOver ? [] : view.keys(read.event) };
  } catch (error) {
    return { reading, failure: codeOf(error) };
  }
};

/** The documents that any of the plans may change. */
export const keysOf = (plans: readonly Plan[]): ReadonlySet<string> => {
  const keys = new Set<string>();
  for (const plan of plans) if ('keys' in plan) for (const key of plan.keys) keys.add(key);
  return keys;
};

/** Does what is planned; why not, when it cannot be done. */
export const failureOf = (plan: Plan, apply: (event: RecordedEvent, keys: readonly string[]) => void): ParkingCode | undefined => {
  if ('failure' in plan) return plan.failure;
  try {
    apply(plan.event, plan.keys);
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
};

/** An event that a build cannot fold. Tells which, never what it holds. */
export class PoisonEvent extends Error {
  override readonly name = 'PoisonEvent';
  constructor(
    readonly view: string,
    { position, type }: Reading,
    readonly code: ParkingCode,
  ) {
    super(`the view ${view} cannot fold the event at position ${String(position)} (${type}): ${code}`);
  }
}
