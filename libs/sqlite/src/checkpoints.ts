import type { Database, Statement } from './driver.js';
import { SqliteFault } from './fault.js';
import { openDatabase, type OpenOptions } from './open-database.js';

const CACHE_KIB = 1_024;

/** Each pass moves what came during the one before, and takes less time. */
const PASSES = 8;
/** Pages of 4 KiB: with more than that in the log, the writer has to wait. */
const MOST = 32_000;

type Moved = readonly [isBusy: number, inLog: number, moved: number];

/** Which log is moved, and how often. */
export interface CheckpointsOptions extends Pick<OpenOptions, 'synchronous' | 'engine'> {
  /** Of what `grown` counts, so many at a time: they take some ten milliseconds, and a commit that comes just then waits for the disk. */
  readonly every: bigint;
}

/**
 * Moves what a writer in another thread has put into its write-ahead log on into the file. A writer that does it by itself stands still
 * for as long as it takes, and everybody who waits for it. When all of the log has been moved, the writer begins it anew.
 */
export class SqliteCheckpoints {
  readonly #beside: Statement<Moved>;
  readonly #alone: Statement<Moved>;
  #movedUpTo = 0n;

  private constructor(
    private readonly database: Database,
    private readonly every: bigint,
  ) {
    this.#beside = database.prepareArrays('PRAGMA wal_checkpoint(PASSIVE)');
    this.#alone = database.prepareArrays('PRAGMA wal_checkpoint(RESTART)');
  }

  /** For a file that is there; `synchronous` is the writer's. */
  static async of(file: string, { every, ...options }: CheckpointsOptions): Promise<SqliteCheckpoints> {
    return new SqliteCheckpoints(await openDatabase(file, { ...options, cacheKiB: CACHE_KIB }), every);
  }

  /** The log has grown up to this count. What cannot be moved now, on a full disk or beside a reader who stays, is moved another time. */
  grown(upTo: bigint): void {
    if (upTo - this.#movedUpTo < this.every) return;
    this.#movedUpTo = upTo;
    try {
      this.#move();
    } catch (error) {
      if (!(error instanceof SqliteFault)) throw error;
    }
  }

  close(): void {
    this.database.close();
  }

  #move(): void {
    let left = this.#moveBeside();
    for (let pass = 1; pass < PASSES && left > 0; pass += 1) left = this.#moveBeside();
    if (left > MOST) this.#alone.get();
  }

  /** How many pages are in the log for which this was not enough; 0 when all was moved. */
  #moveBeside(): number {
    const [, inLog = 0, moved = 0] = this.#beside.get() ?? [];
    return inLog === moved ? 0 : inLog;
  }
}
