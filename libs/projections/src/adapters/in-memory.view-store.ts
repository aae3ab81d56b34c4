import { termsOf } from '../index-terms.js';
import { pageOf } from '../page.js';
import type { Indexes, View } from '../view.js';
import {
  type Commit,
  type Finding,
  type Found,
  type Generation,
  type Held,
  type Page,
  type Parked,
  type Range,
  Superseded,
  ViewStore,
} from '../view-store.js';

interface Kept {
  /** As text, so that nobody changes a document that somebody else holds. */
  readonly body: string;
  readonly position: bigint;
  readonly indexes: Indexes;
}

interface Build {
  readonly generation: Generation;
  readonly documents: ReadonlyMap<string, Kept>;
  readonly parked: ReadonlyMap<string, Parked>;
}

const byKey = ([a]: readonly [string, Kept], [b]: readonly [string, Kept]): number => (a < b ? -1 : 1);

/** A view store that forgets when it ends; for tests. */
export class InMemoryViewStore extends ViewStore {
  readonly #builds = new Map<number, Build>();
  #nextId = 1;
  #beat: Date | undefined;

  async get<Doc>(view: View<Doc>, key: string): Promise<Doc | undefined> {
    return (await this.getMany(view, [key])).get(key);
  }

  async getMany<Doc>(view: View<Doc>, keys: readonly string[]): Promise<ReadonlyMap<string, Doc>> {
    return new Map(this.#documents(view.name, ([key]) => keys.includes(key)).map(({ key, doc }) => [key, doc as Doc]));
  }

  async find<Doc>(view: View<Doc>, { field, value, afterKey = '', limit }: Finding): Promise<Page<Doc>> {
    const matches = ([key, { indexes }]: readonly [string, Kept]): boolean =>
      key > afterKey && termsOf(indexes).some((term) => term.field === field && term.value === value);
    return pageOf(this.#documents<Doc>(view.name, matches).slice(0, limit + 1), limit);
  }

  async count<Doc>(view: View<Doc>, index: Pick<Finding, 'field' | 'value'>): Promise<number> {
    return (await this.find(view, { ...index, limit: Infinity })).documents.length;
  }

  async range<Doc>(view: View<Doc>, { from, to, afterKey, limit, descending = false }: Range): Promise<Page<Doc>> {
    const isAfter = (key: string): boolean => afterKey === undefined || (descending ? key < afterKey : key > afterKey);
    const found = this.#documents<Doc>(view.name, ([key]) => key >= from && key <= to && isAfter(key));
    return pageOf((descending ? found.toReversed() : found).slice(0, limit + 1), limit);
  }

  async checkpoint(view: string): Promise<bigint | undefined> {
    return this.#live(view)?.generation.checkpoint;
  }

  async generations(view: string): Promise<readonly Generation[]> {
    return [...this.#builds.values()].map(({ generation }) => generation).filter((generation) => generation.view === view);
  }

  async begin(view: string, version: number): Promise<Generation> {
    this.#drop(view, 'building');
    const generation: Generation = { id: this.#nextId, view, version, state: 'building', checkpoint: undefined };
    this.#nextId += 1;
    this.#builds.set(generation.id, { generation, documents: new Map(), parked: new Map() });
    return generation;
  }

  async swap({ id, view }: Generation): Promise<boolean> {
    const build = this.#builds.get(id);
    if (!build) throw new Superseded(`this build of the view ${view} is gone`);
    if ((build.generation.checkpoint ?? -1n) < (this.#live(view)?.generation.checkpoint ?? -1n)) return false;
    this.#builds.delete(id);
    this.#drop(view, 'live');
    this.#builds.set(id, { ...build, generation: { ...build.generation, state: 'live' } });
    return true;
  }

  async drop({ id }: Generation): Promise<void> {
    this.#builds.delete(id);
  }

  async load({ id }: Generation, keys: readonly string[]): Promise<ReadonlyMap<string, Held>> {
    const documents = this.#builds.get(id)?.documents;
    return new Map(
      keys.flatMap((key) => {
        const kept = documents?.get(key);
        return kept ? [[key, { doc: JSON.parse(kept.body), position: kept.position }] as const] : [];
      }),
    );
  }

  async commit({ id, view }: Generation, { after, checkpoint, documents, parked, unparked }: Commit): Promise<void> {
    const build = this.#builds.get(id);
    if (build?.generation.checkpoint !== after || !build) throw new Superseded(`somebody else moves the view ${view}`);
    const kept = new Map(build.documents);
    for (const [key, { doc, position, indexes }] of documents) {
      if (doc === undefined) kept.delete(key);
      else kept.set(key, { body: JSON.stringify(doc), position, indexes });
    }
    const aside = new Map(build.parked);
    for (const stream of unparked) aside.delete(stream);
    for (const stream of parked) aside.set(stream.stream, stream);
    this.#builds.set(id, { generation: { ...build.generation, checkpoint }, documents: kept, parked: aside });
  }

  async parked({ id }: Generation): Promise<readonly Parked[]> {
    return [...(this.#builds.get(id)?.parked.values() ?? [])].toSorted((a, b) => (a.stream < b.stream ? -1 : 1));
  }

  async beat(at: Date): Promise<void> {
    this.#beat = at;
  }

  async lastBeat(): Promise<Date | undefined> {
    return this.#beat;
  }

  async close(): Promise<void> {
    this.#builds.clear();
  }

  #live(view: string): Build | undefined {
    return [...this.#builds.values()].find(({ generation }) => generation.view === view && generation.state === 'live');
  }

  #drop(view: string, state: Generation['state']): void {
    for (const [id, { generation }] of this.#builds) if (generation.view === view && generation.state === state) this.#builds.delete(id);
  }

  #documents<Doc>(view: string, matches: (entry: readonly [string, Kept]) => boolean): readonly Found<Doc>[] {
    const documents = [...(this.#live(view)?.documents ?? [])];
    return documents
      .filter(matches)
      .toSorted(byKey)
      .map(([key, { body }]) => ({ key, doc: JSON.parse(body) as Doc }));
  }
}
