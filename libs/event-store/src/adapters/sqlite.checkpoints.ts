import { type Database, type Statement, openDatabase } from '@samspor/sqlite';

const CACHE_KIB = 1_024;

/** They are some hundred pages, and take some ten milliseconds; a writer whose commit comes just then waits for as long. */
const EVENTS = 100n;
/** Each pass moves what came during the one before, and takes less time. */
const PASSES = 8;
/** Pages of 4 KiB: with more than that in the log, the writer has to wait. */
const MOST = 32_000;

type Moved = readonly [isBusy: number, inLog: number, moved: number];

/**
 * Moves what a writer in another thread has put into its write-ahead log on into the file. A writer that does it by itself stands still
 * for as long as it takes, and everybody who waits for it. When all of the log has been moved, the writer begins it anew.
 */
export class SqliteCheckpoints {
  readonly #beside: Statement<Moved>;
  readonly #alone: Statement<Moved>;
  #movedUpTo = 0n;

  private constructor(private readonly database: Database) {
    this.#beside = database.prepareArrays('PRAGMA wal_checkpoint(PASSIVE)');
    this.#alone = database.prepareArrays('PRAGMA wal_checkpoint(RESTART)');
  }

  /** For a file that is there; it keeps the durability of the writer. */
  static async of(file: string): Promise<SqliteCheckpoints> {
    return new SqliteCheckpoints(await openDatabase(file, { synchronous: 'FULL', cacheKiB: CACHE_KIB }));
  }

  /** The log has grown up to this position. */
  grown(position: bigint): void {
    if (position - this.#movedUpTo < EVENTS) return;
    this.#movedUpTo = position;
    let left = this.#moveBeside();
    for (let pass = 1; pass < PASSES && left > 0; pass += 1) left = this.#moveBeside();
    if (left > MOST) this.#alone.get();
  }

  close(): void {
    this.database.close();
  }

  /** How many pages are in the log for which this was not enough; 0 when all was moved. */
  #moveBeside(): number {
    const [, inLog = 0, moved = 0] = this.#beside.get() ?? [];
    return inLog === moved ? 0 : inLog;
  }
}
