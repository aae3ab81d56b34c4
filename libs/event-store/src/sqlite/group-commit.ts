import { setImmediate as nextTurn } from 'node:timers/promises';
import { SqliteFault, type Database } from '@samspor/sqlite';
import { answerFromPast } from '../adapters/answer-from-past.js';
import {
  AppendRefused,
  OutcomeUnknown,
  StoreUnavailable,
  WrongExpectedRevision,
  type Appended,
  type ExpectedRevision,
  type NewEvent,
} from '../event-store.js';
import type { EventTable } from './event-table.js';
import type { FailStop } from './fail-stop.js';

interface Waiting {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: Error) => void;
}

/** What stores appends, one after the other. */
export interface Commits {
  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended>;
  /** Why nothing more is stored; undefined when all is well. */
  fault(): string | undefined;
  /** Ends when nothing waits any more. */
  close(): Promise<void>;
}

/** Gives the answer to one append. */
type Answer = () => void;

/** How many appends share one commit: while they are written the event loop stands still, and those who sent them wait for each other. */
const GROUP = 32;

/**
 * Stores appends: all that wait share one transaction per turn of the event loop, and one that is refused does not touch the others.
 * Every answer is given after the commit, also a refusal, since it may rest on what a neighbour has just written.
 */
export class GroupCommit implements Commits {
  readonly #waiting: Waiting[] = [];

  constructor(
    private readonly database: Database,
    private readonly table: EventTable,
    private readonly failStop: FailStop,
    private readonly onStored: () => void,
  ) {}

  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.push({ stream, expected, events, resolve, reject }) === 1) setImmediate(() => this.#commit());
    });
  }

  fault(): string | undefined {
    return this.failStop.reason();
  }

  async close(): Promise<void> {
    while (this.#waiting.length > 0) await nextTurn();
  }

  #commit(): void {
    const group = this.#waiting.splice(0, GROUP);
    if (this.#waiting.length > 0) setImmediate(() => this.#commit());
    for (const answer of this.#store(group)) answer();
  }

  #store(group: readonly Waiting[]): readonly Answer[] {
    try {
      this.failStop.refuse();
      const answers = this.failStop.watch(() => this.database.transaction(() => group.map((append) => this.#judge(append))));
      this.onStored();
      return answers;
    } catch (error) {
      this.table.forgetHeads();
      const failure = this.#failureOf(error);
      return group.map(
        ({ reject }) =>
          () =>
            reject(failure),
      );
    }
  }

  #judge({ stream, expected, events, resolve, reject }: Waiting): Answer {
    try {
      const appended = answerFromPast(this.table, stream, expected, events) ?? this.table.add(stream, events);
      return () => resolve(appended);
    } catch (error) {
      if (error instanceof WrongExpectedRevision || error instanceof AppendRefused) return () => reject(error);
      throw error;
    }
  }

  #failureOf(error: unknown): Error {
    const says = this.failStop.reason() ?? `Nothing was stored, try again: ${error instanceof Error ? error.message : String(error)}`;
    const isUnknown = error instanceof SqliteFault && error.during === 'commit';
    return isUnknown ? new OutcomeUnknown(says, { cause: error }) : new StoreUnavailable(says, { cause: error });
  }
}
