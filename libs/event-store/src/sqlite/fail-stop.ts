import { SqliteFault, type SqliteFaultKind } from '@samspor/sqlite';
import { StoreUnavailable } from '../event-store.js';

const remedies: Readonly<Record<Exclude<SqliteFaultKind, 'busy'>, string>> = {
  io: 'the disk failed. Check the disk and its cables or volume, then restart the hub and run `samspor verify`',
  full: 'the disk is full. Make room, then restart the hub',
  corrupt: 'the file is damaged. Stop the hub, run `samspor verify`, and restore the newest backup that passes it',
  'read-only': 'the file may not be written. Give the hub the right to write to its data directory, then restart it',
  'cannot-open': 'the file cannot be opened. Look at the data directory and its rights, then restart the hub',
  unique: 'another program writes to it. Stop that program, then restart the hub and run `samspor verify`',
  constraint: 'another program has changed it. Stop that program, then restart the hub and run `samspor verify`',
  other: 'SQLite reported an error. Restart the hub and run `samspor verify`',
};

/**
 * Stops the writing for good at the first error after which the file is not to be trusted. What failed is never tried again:
 * a disk that has failed to keep a page may say the next time that all is well.
 */
export class FailStop {
  #reason: string | undefined;

  constructor(private readonly file: string) {}

  reason(): string | undefined {
    return this.#reason;
  }

  /** Stops for a reason of its own, unless it has stopped already. */
  stop(reason: string): void {
    this.#reason ??= reason;
  }

  /** Does the work, and stops when SQLite reports a fault. */
  watch<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof SqliteFault && error.kind !== 'busy') {
        this.stop(`The events in ${this.file} take no more writes, since ${remedies[error.kind]} (${error.message}, code ${error.code}).`);
      }
      throw error;
    }
  }

  /** Throws StoreUnavailable once it has stopped. */
  refuse(): void {
    if (this.#reason !== undefined) throw new StoreUnavailable(this.#reason);
  }
}
