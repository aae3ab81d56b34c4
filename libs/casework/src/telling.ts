import type { Actor, Day } from '@samspor/domain';

/** Who gives a command, and what makes it the same command when it is sent again. */
export interface Telling {
  readonly actor: Actor;
  /** UUID; the same id is one effect. */
  readonly commandId: string;
  readonly correlationId: string;
  /** Keyed hash of the command: another command under the same id is refused. */
  readonly fingerprint: string;
  /** Id of whatever the command makes; follows from the command id. */
  readonly newId: string;
  readonly today: Day;
  /** The revision that the author has seen (If-Match). */
  readonly expectedRevision?: number;
}
