import type { Actor } from '../kernel/agency.js';
import type { Day } from '../kernel/day.js';

/** Everything that a rule of the agreement is given from outside the stream. */
export interface AgreementContext {
  readonly today: Day;
  readonly on: Day;
  readonly actor: Actor;
  readonly newId: string;
}
