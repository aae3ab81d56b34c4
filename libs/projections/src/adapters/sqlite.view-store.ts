import { type Database, type SqliteEngine, SqliteFault, openDatabase } from '@samspor/sqlite';
import { pageOf } from '../page.js';
import { DamageWatch, isMarkedDamaged, moveAside } from '../sqlite/damage.js';
import { DocumentCache } from '../sqlite/document-cache.js';
import { DocumentTable } from '../sqlite/document-table.js';
import { GenerationTable } from '../sqlite/generation-table.js';
import { prepareTables } from '../sqlite/schema.js';
import { sweep } from '../sqlite/sweep.js';
import { writeCommit } from '../sqlite/write-commit.js';
import type { View } from '../view.js';
import {
  type BuildCommit,
  type Commit,
  type Finding,
  type Generation,
  type Held,
  type Page,
  type Parked,
  type Range,
  Superseded,
  ViewStore,
} from '../view-store.js';

/** What a reader has in its cache is void after each commit of somebody else. */
const CACHE_KIB = { writer: 6_144, reader: 1_024 };
/** Pages of 4 KiB: whoever waits for the views waits while they are moved into the file. */
const LOG_PAGES = 400;
/** Where somebody else does that: in case nobody does. */
const LOG_PAGES_ELSEWHERE = 4_000;

/** Documents of a view that are not as they were; all of all views when another generation answers. */
export type ChangedDocuments = { readonly view: string; readonly keys: readonly string[] } | 'all';

/** How the file of the views is opened. */
export interface SqliteViewStoreOptions {
  readonly engine?: SqliteEngine;
  /** Opens beside a running hub, and changes nothing. */
  readonly readOnly?: boolean;
  /** Another thread moves the views, and tells of each document of these that it changes (`forget`). */
  readonly toldOf?: readonly string[];
  /** Another thread moves the write-ahead log into the file (SqliteCheckpoints). */
  readonly logMovedElsewhere?: boolean;
}

/**
 * Views in one SQLite file. A power cut may take its last commits, documents and checkpoint alike (`synchronous=NORMAL`): they are
 * folded again from the events, which are kept with `FULL`.
 */
export class SqliteViewStore extends ViewStore {
  readonly #documents: DocumentTable;
  readonly #generations: GenerationTable;
  readonly #cache: DocumentCache;
  #tell: (changed: ChangedDocuments) => void = () => undefined;

  private constructor(
    private readonly database: Database,
    private readonly watch: DamageWatch,
    toldOf: readonly string[] | undefined,
  ) {
    super();
    this.#documents = new DocumentTable(database);
    this.#generations = new GenerationTable(database);
    this.#cache = new DocumentCache(database, toldOf);
  }

  /** Opens the file, and makes it if it is not there, unless it is only to be read. */
  static async open(file: string, options: SqliteViewStoreOptions = {}): Promise<SqliteViewStore> {
    const { engine, readOnly = false, toldOf, logMovedElsewhere = false } = options;
    const cacheKiB = readOnly || toldOf ? CACHE_KIB.reader : CACHE_KIB.writer;
    const database = await openDatabase(file, {
      synchronous: 'NORMAL',
      walAutocheckpoint: logMovedElsewhere ? LOG_PAGES_ELSEWHERE : LOG_PAGES,
      cacheKiB,
      readOnly,
      ...(engine && { engine }),
    });
    try {
      if (!readOnly) prepareTables(database, file);
      const watch = new DamageWatch(file);
      return new SqliteViewStore(watch.over(database), watch, toldOf);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** As `open`, for the hub itself: a damaged file is put aside, and the views are folded anew. */
  static async openOrMakeAnew(file: string, options: SqliteViewStoreOptions = {}): Promise<SqliteViewStore> {
    if (isMarkedDamaged(file)) moveAside(file);
    try {
      return await SqliteViewStore.open(file, options);
    } catch (error) {
      if (!(error instanceof SqliteFault && error.kind === 'corrupt')) throw error;
      moveAside(file);
      return SqliteViewStore.open(file, options);
    }
  }

  async get<Doc>({ name }: View<Doc>, key: string): Promise<Doc | undefined> {
    return this.#documents.get<Doc>(name, key);
  }

  /** Calls back after each commit with the documents that it has changed, before anybody is told that they can be seen. */
  onCommitted(listener: (changed: ChangedDocuments) => void): void {
    this.#tell = listener;
  }

  /** Whether another process has written to the file since this was last asked; what this one writes does not count. */
  changedElsewhere(): boolean {
    return this.#cache.changedElsewhere();
  }

  /** Somebody else has changed these documents. */
  forget(changed: ChangedDocuments): void {
    if (changed === 'all') this.#cache.clear();
    else this.#cache.forget(changed.view, changed.keys);
  }

  override async look<Doc>({ name }: View<Doc>, key: string): Promise<Doc | undefined> {
    return this.#cache.get(name, key, () => this.#documents.read(name, key));
  }

  async getMany<Doc>({ name }: View<Doc>, keys: readonly string[]): Promise<ReadonlyMap<string, Doc>> {
    const found = new Map<string, Doc>();
    for (const key of keys) {
      const doc = this.#documents.get<Doc>(name, key);
      if (doc !== undefined) found.set(key, doc);
    }
    return found;
  }

  async find<Doc>({ name }: View<Doc>, finding: Finding): Promise<Page<Doc>> {
    return pageOf(this.#documents.find<Doc>(name, { ...finding, limit: finding.limit + 1 }), finding.limit);
  }

  async count<Doc>({ name }: View<Doc>, index: Pick<Finding, 'field' | 'value'>): Promise<number> {
    return this.#documents.count(name, index);
  }

  async range<Doc>({ name }: View<Doc>, range: Range): Promise<Page<Doc>> {
    return pageOf(this.#documents.range<Doc>(name, { ...range, limit: range.limit + 1 }), range.limit);
  }

  async checkpoint(view: string): Promise<bigint | undefined> {
    return this.#live(view)?.checkpoint;
  }

  async generations(view: string): Promise<readonly Generation[]> {
    return this.#generations.of(view);
  }

  async begin(view: string, version: number): Promise<Generation> {
    const begun = this.database.transaction(() => this.#generations.begin(view, version));
    await sweep(this.database, this.#generations, this.#documents);
    return begun;
  }

  async swap(generation: Generation): Promise<boolean> {
    const swapped = this.database.transaction(() => {
      const build = this.#generations.of(generation.view).find(({ id }) => id === generation.id);
      if (!build) throw new Superseded(`this build of the view ${generation.view} is gone`);
      if ((build.checkpoint ?? -1n) < (this.#live(generation.view)?.checkpoint ?? -1n)) return false;
      this.#generations.makeLive(generation);
      return true;
    });
    this.#cache.clear();
    this.#tell('all');
    await sweep(this.database, this.#generations, this.#documents);
    return swapped;
  }

  async drop(generation: Generation): Promise<void> {
    this.database.transaction(() => this.#generations.drop(generation));
    this.#cache.clear();
    this.#tell('all');
    await sweep(this.database, this.#generations, this.#documents);
  }

  async load({ id }: Generation, keys: readonly string[]): Promise<ReadonlyMap<string, Held>> {
    const found = new Map<string, Held>();
    this.database.reading(() => {
      for (const key of keys) {
        const held = this.#documents.load(id, key);
        if (held) found.set(key, held);
      }
    });
    return found;
  }

  async commit(generation: Generation, commit: Commit): Promise<void> {
    const isStored = this.database.transaction(() => this.#write({ generation, commit }));
    return this.#ended({ generation, commit }, isStored);
  }

  /** All in one transaction, since each costs more than what most commits write. */
  override commitAll(commits: readonly BuildCommit[]): readonly Promise<void>[] {
    try {
      const stored = this.database.transaction(() => commits.map((commit) => this.#write(commit)));
      return commits.map((commit, index) => this.#ended(commit, stored[index] === true));
    } catch {
      // One by one it shows which of them the file does not take.
      return super.commitAll(commits);
    }
  }

  async parked(generation: Generation): Promise<readonly Parked[]> {
    return this.#generations.parked(generation);
  }

  async beat(at: Date): Promise<void> {
    this.#generations.beat(at.toISOString());
  }

  async lastBeat(): Promise<Date | undefined> {
    const at = this.#generations.lastBeat();
    return at === undefined ? undefined : new Date(at);
  }

  override fault(): string | undefined {
    return this.watch.damage();
  }

  async close(): Promise<void> {
    this.database.close();
  }

  #write(commit: BuildCommit): boolean {
    return writeCommit(this.#generations, this.#documents, commit);
  }

  async #ended({ generation, commit }: BuildCommit, isStored: boolean): Promise<void> {
    if (!isStored) throw new Superseded(`somebody else moves the view ${generation.view}`);
    const keys = [...commit.documents.keys()];
    this.#cache.forget(generation.view, keys);
    this.#tell({ view: generation.view, keys });
  }

  #live(view: string): Generation | undefined {
    return this.#generations.of(view).find(({ state }) => state === 'live');
  }
}
