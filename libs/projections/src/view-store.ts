import type { Indexes, View } from './view.js';

/** One build of a view by one version of its code. One at a time is live and answers; one may be building beside it. */
export interface Generation {
  /** Unique over all views. */
  readonly id: number;
  readonly view: string;
  readonly version: number;
  readonly state: 'building' | 'live';
  /** The last event that its documents have seen; none before the first. */
  readonly checkpoint: bigint | undefined;
}

/** Why an event could not be folded. Says nothing of what it holds. */
export type ParkingCode = 'UNREADABLE_EVENT' | 'UNKNOWN_EVENT_TYPE' | 'FOLD_FAILED';

/** A stream that one view has set aside from an event on, while all others go on. */
export interface Parked {
  readonly stream: string;
  /** The first event that could not be folded. */
  readonly position: bigint;
  readonly code: ParkingCode;
  /** The instant, ISO 8601 in UTC. */
  readonly since: string;
}

/** A document as its view folds it. */
export interface Held {
  readonly doc: unknown;
  /** The last event that changed it; what is not after that has been folded. */
  readonly position: bigint;
}

/** What becomes of one document. */
export interface Change extends Held {
  /** `undefined` removes it. */
  readonly doc: unknown;
  readonly indexes: Indexes;
  /** As they were stored before; empty for a new document. */
  readonly indexesBefore: Indexes;
}

/** What a batch of events does to a view: all of it is stored, or nothing. */
export interface Commit {
  /** Where the view stood; when it stands elsewhere now, somebody else moves it and nothing is stored. */
  readonly after: bigint | undefined;
  readonly checkpoint: bigint | undefined;
  readonly documents: ReadonlyMap<string, Change>;
  readonly parked: readonly Parked[];
  /** Streams that are set aside no longer. */
  readonly unparked: readonly string[];
}

/** A commit, and the build it is for. */
export interface BuildCommit {
  readonly generation: Generation;
  readonly commit: Commit;
}

/** A document with its key. */
export interface Found<Doc> {
  readonly key: string;
  readonly doc: Doc;
}

/** Documents in order of their keys. */
export interface Page<Doc> {
  readonly documents: readonly Found<Doc>[];
  /** Give it as `afterKey` for the next page; absent on the last one. */
  readonly next?: string;
}

/** Which documents to find, by a value of an index. */
export interface Finding {
  readonly field: string;
  readonly value: string;
  readonly afterKey?: string;
  readonly limit: number;
}

/** Which documents to read, by key: both ends included. */
export interface Range {
  readonly from: string;
  readonly to: string;
  /** Goes on after this key, in the direction of reading. */
  readonly afterKey?: string;
  readonly limit: number;
  /** The highest key first. */
  readonly descending?: boolean;
}

/** Somebody else has moved the view on, or swapped it. Nothing was stored; look again where it stands. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}

/** Views cannot be read or written now. Nothing was stored; events are not touched by it. */
export class ViewStoreUnavailable extends Error {
  override readonly name = 'ViewStoreUnavailable';
}

/**
 * Where views live. A port: nothing else knows which engine runs. It holds only what can be folded again from the events.
 * Readers see the live generation of a view, and none of its documents before there is one.
 */
export abstract class ViewStore {
  abstract get<Doc>(view: View<Doc>, key: string): Promise<Doc | undefined>;
  /** As `get`, for what every request asks for: the document may be at hand, and shared with others, so nobody may change it. */
  look<Doc>(view: View<Doc>, key: string): Promise<Doc | undefined> {
    return this.get(view, key);
  }
  /** Those that exist, by key. */
  abstract getMany<Doc>(view: View<Doc>, keys: readonly string[]): Promise<ReadonlyMap<string, Doc>>;
  abstract find<Doc>(view: View<Doc>, finding: Finding): Promise<Page<Doc>>;
  abstract count<Doc>(view: View<Doc>, index: Pick<Finding, 'field' | 'value'>): Promise<number>;
  abstract range<Doc>(view: View<Doc>, range: Range): Promise<Page<Doc>>;
  /** The last event that the live documents have seen. */
  abstract checkpoint(view: string): Promise<bigint | undefined>;

  abstract generations(view: string): Promise<readonly Generation[]>;
  /** Starts a new build; an unfinished one is dropped. */
  abstract begin(view: string, version: number): Promise<Generation>;
  /** Makes a build live and drops the one before; false while it has seen less than that one. Throws Superseded when it is gone. */
  abstract swap(generation: Generation): Promise<boolean>;
  /** Drops a generation, live or not. */
  abstract drop(generation: Generation): Promise<void>;
  /** Documents of a build, whether it is live or not. */
  abstract load(generation: Generation, keys: readonly string[]): Promise<ReadonlyMap<string, Held>>;
  /** Throws Superseded. */
  abstract commit(generation: Generation, commit: Commit): Promise<void>;
  /** Commits of different builds: what comes of each, in order. One that is refused takes no other with it. Never throws itself. */
  commitAll(commits: readonly BuildCommit[]): readonly Promise<void>[] {
    return commits.map(({ generation, commit }) => this.commit(generation, commit));
  }
  abstract parked(generation: Generation): Promise<readonly Parked[]>;

  /** Tells other processes that the projector is at work. */
  abstract beat(at: Date): Promise<void>;
  abstract lastBeat(): Promise<Date | undefined>;
  /** What an operator has to do before the views are right again; undefined when all is well. */
  fault(): string | undefined {
    return undefined;
  }
  abstract close(): Promise<void>;
}
