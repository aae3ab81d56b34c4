import { dirname, join } from 'node:path';
import type { BroadcastChannel } from 'node:worker_threads';
import { openDatabase, takeFileLock, type Database, type FileLock, type SqliteEngine } from '@samspor/sqlite';
import {
  EventStore,
  StoreUnavailable,
  SubscriptionCut,
  type Appended,
  type ExpectedRevision,
  type NewEvent,
  type ScannedEvent,
  type StoredEvent,
} from '../event-store.js';
import { ofReader, ofWriter, withLogMovedElsewhere } from '../sqlite/connection.js';
import { makeDataDirectory } from '../sqlite/data-directory.js';
import { EventTable } from '../sqlite/event-table.js';
import { FailStop } from '../sqlite/fail-stop.js';
import { type Commits, GroupCommit } from '../sqlite/group-commit.js';
import { migrate, requireSchema } from '../sqlite/schema.js';
import { storedChannel } from '../sqlite/stored-channel.js';
import { WriterThread } from '../sqlite/writer.thread.js';
import { refuseUnacceptable } from './acceptable.js';
import { Bell } from './bell.js';
import { follow } from './follow.js';

/** Where the events are: `events.sqlite` in a directory, or a file by name. One writer at a time for each directory. */
export type SqliteEventStoreOptions = ({ readonly directory: string } | { readonly file: string }) & {
  /** Opens beside the writer; the file must be there already. */
  readonly readOnly?: boolean;
  readonly engine?: SqliteEngine;
  /** Another thread moves the write-ahead log into the file (SqliteCheckpoints); this one does only if it grows very large. */
  readonly checkpointsElsewhere?: boolean;
  /** Stores appends in a thread of its own that runs this program (`writerProgram`), and leaves the log to SqliteCheckpoints. */
  readonly writerThread?: URL | undefined;
};

/** Another process writes to this data directory. */
export class DataDirectoryInUse extends Error {
  override readonly name = 'DataDirectoryInUse';
}

const fileOf = (options: SqliteEventStoreOptions): string => ('file' in options ? options.file : join(options.directory, 'events.sqlite'));

const lockDirectory = async (directory: string): Promise<FileLock> => {
  makeDataDirectory(directory);
  const lock = await takeFileLock(join(directory, 'writer.lock'));
  if (lock) return lock;
  throw new DataDirectoryInUse(`another hub is using this data directory (${directory}); stop it, or name another directory`);
};

const hearing = (file: string, onStored: () => void): BroadcastChannel => {
  const channel = storedChannel(file);
  channel.onmessage = onStored;
  return channel;
};

const prepared = (database: Database, file: string, readOnly: boolean): Database => {
  try {
    (readOnly ? requireSchema : migrate)(database, file);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

/** An event store in one SQLite file: durable when an append returns, one writer, any number of readers. */
export class SqliteEventStore extends EventStore {
  readonly positions = 'dense';
  readonly #table: EventTable;
  readonly #failStop: FailStop;
  readonly #commits: Commits;
  readonly #bell = new Bell();
  /** Where a thread that writes tells of it, for a store that only reads. */
  readonly #elsewhere: BroadcastChannel | undefined;
  #closed = false;

  private constructor(
    private readonly database: Database,
    file: string,
    private readonly lock: FileLock | undefined,
    writerThread: URL | undefined,
  ) {
    super();
    this.#table = new EventTable(database);
    this.#failStop = new FailStop(file);
    const onStored = () => this.#bell.ring();
    if (!lock) {
      this.#failStop.stop(`${file} was opened for reading only`);
      this.#elsewhere = hearing(file, onStored);
    }
    this.#commits = writerThread
      ? new WriterThread(file, writerThread, onStored)
      : new GroupCommit(database, this.#table, this.#failStop, onStored);
  }

  /** Throws DataDirectoryInUse, WrongSchema, or what `openDatabase` throws. */
  static async open(options: SqliteEventStoreOptions): Promise<SqliteEventStore> {
    const file = fileOf(options);
    const { engine, readOnly = false, checkpointsElsewhere = false, writerThread } = options;
    const connection = readOnly || writerThread ? ofReader : ofWriter;
    const log = checkpointsElsewhere || writerThread ? withLogMovedElsewhere : {};
    const lock = readOnly ? undefined : await lockDirectory(dirname(file));
    try {
      const database = await openDatabase(file, { ...connection, readOnly, ...log, ...(engine && { engine }) });
      return new SqliteEventStore(prepared(database, file, readOnly), file, lock, writerThread);
    } catch (error) {
      lock?.release();
      throw error;
    }
  }

  async read(stream: string, afterRevision = -1): Promise<readonly StoredEvent[]> {
    return this.#reading(() => this.#table.ofStream(stream, afterRevision));
  }

  async readBack(stream: string, beforeRevision: number | undefined, limit: number): Promise<readonly ScannedEvent[]> {
    return this.#reading(() => this.#table.back(stream, beforeRevision, limit));
  }

  async readAll(after: bigint | undefined, limit: number): Promise<readonly StoredEvent[]> {
    return this.#reading(() => this.#table.page(after, limit));
  }

  override async scan(after: bigint | undefined, limit: number): Promise<readonly ScannedEvent[]> {
    return this.#reading(() => this.#table.scan(after, limit));
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    refuseUnacceptable(stream, events);
    this.#refuseWhenClosed();
    this.#failStop.refuse();
    return this.#commits.append(stream, expected, events);
  }

  subscribe(after: bigint | undefined, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    return follow({ page: (position, limit) => this.#pageOrCut(position, limit), bell: this.#bell }, after, signal);
  }

  async head(): Promise<bigint | undefined> {
    return this.#reading(() => this.#table.head());
  }

  fault(): string | undefined {
    return this.#closed ? 'the event store was closed' : (this.#failStop.reason() ?? this.#commits.fault());
  }

  /** Stores what waits, and lets the next writer in. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#commits.close();
    this.#elsewhere?.close();
    this.#bell.ring();
    try {
      this.database.close();
    } finally {
      this.lock?.release();
    }
  }

  #reading<T>(work: () => T): T {
    this.#refuseWhenClosed();
    try {
      return this.#failStop.watch(work);
    } catch (error) {
      throw new StoreUnavailable(error instanceof Error ? error.message : String(error), { cause: error });
    }
  }

  #pageOrCut(after: bigint | undefined, limit: number): readonly StoredEvent[] {
    try {
      return this.#reading(() => this.#table.page(after, limit));
    } catch (error) {
      throw new SubscriptionCut(error instanceof Error ? error.message : String(error), { cause: error });
    }
  }

  #refuseWhenClosed(): void {
    if (this.#closed) throw new StoreUnavailable('the event store was closed');
  }
}
