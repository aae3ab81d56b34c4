import type { TermsInForce } from '../agreement/terms.js';
import type { Actor } from '../kernel/agency.js';
import type { Day } from '../kernel/day.js';

/** Everything that a rule is given from outside the stream. */
export interface DecisionContext {
  /** The day the command is handled, Europe/Oslo. */
  readonly today: Day;
  /** The day the fact holds for: what the command says, else today. */
  readonly on: Day;
  readonly actor: Actor;
  /** The id of whatever this command makes (referral, consent, measure …); the same for the same command. */
  readonly newId: string;
  /** Terms, fixed contact persons and units for where the youth lived on that day; defaults without an agreement. */
  readonly terms: TermsInForce;
  /** Outside production: only synthetic identity numbers (R64). */
  readonly onlySyntheticIdentities: boolean;
}
