import { type SqliteEngine, loadEngine, openDatabase } from '@samspor/sqlite';
import { type Failure, type TemporaryDirectory, failingEngine, temporaryDirectory } from '@samspor/sqlite/testing';
import { viewStoreContract } from '../testing/view-store.contract.js';
import type { Change, Commit } from '../view-store.js';
import type { View } from '../view.js';
import { SqliteViewStore } from './sqlite.view-store.js';

let directory: TemporaryDirectory;
let file: string;

beforeEach(() => {
  directory = temporaryDirectory();
  file = directory.file('views.db');
});

afterEach(() => directory.remove());

viewStoreContract('SQLite', () => SqliteViewStore.open(file));

interface Numbered {
  readonly units: readonly string[];
}

const numbered: View<Numbered> = { name: 'numbered', version: 1, keys: () => [], reduce: (doc) => doc };

const put = (units: readonly string[], before: readonly string[] = []): Change => ({
  doc: { units },
  position: 1n,
  indexes: { unit: units },
  indexesBefore: { unit: before },
});

const commit = (documents: Readonly<Record<string, Change>>, rest: Partial<Commit> = {}): Commit => ({
  after: undefined,
  checkpoint: undefined,
  documents: new Map(Object.entries(documents)),
  parked: [],
  unparked: [],
  ...rest,
});

/** An engine that tells which statements run, and fails those that it is told to. */
const watchedEngine = async (failureOf: (sql: string) => Failure | undefined = () => undefined) => {
  const statements: string[] = [];
  const engine: SqliteEngine = failingEngine(await loadEngine(), (sql) => {
    statements.push(sql);
    return failureOf(sql);
  });
  return { engine, statements };
};

describe('the file of views', () => {
  it('keeps documents, checkpoint and generations when it is opened again', async () => {
    const before = await SqliteViewStore.open(file);
    const live = await before.begin(numbered.name, 1);
    await before.commit(live, commit({ a: put(['u']) }, { checkpoint: 7n }));
    await before.swap(live);
    await before.close();
    const after = await SqliteViewStore.open(file);
    expect([await after.get(numbered, 'a'), await after.checkpoint(numbered.name)]).toEqual([{ units: ['u'] }, 7n]);
    await after.close();
  });

  it('writes only the index rows that differ', async () => {
    const { engine, statements } = await watchedEngine();
    const store = await SqliteViewStore.open(file, engine);
    const live = await store.begin(numbered.name, 1);
    await store.commit(live, commit({ a: put(['u', 'v', 'w']) }));
    statements.length = 0;
    await store.commit(live, commit({ a: put(['x', 'v', 'w'], ['u', 'v', 'w']) }));
    await store.commit(live, commit({ a: put(['x', 'v', 'w'], ['x', 'v', 'w']) }));
    expect(statements.filter((sql) => /(INTO|FROM) doc_index/.test(sql)).map((sql) => sql.slice(0, 6))).toEqual(['DELETE', 'INSERT']);
    await store.close();
  });

  it('stores nothing of a commit that fails on its way', async () => {
    let isFull = false;
    const { engine } = await watchedEngine((sql) => (isFull && sql.includes('INTO parked') ? { code: 13, when: 'before' } : undefined));
    const store = await SqliteViewStore.open(file, engine);
    const live = await store.begin(numbered.name, 1);
    await store.swap(live);
    isFull = true;
    const parked = [{ stream: 's', position: 1n, code: 'FOLD_FAILED' as const, since: '' }];
    await expect(store.commit(live, commit({ a: put(['u']) }, { checkpoint: 1n, parked }))).rejects.toThrow('injected');
    expect([await store.get(numbered, 'a'), await store.checkpoint(numbered.name)]).toEqual([undefined, undefined]);
    await store.close();
  });

  it('deletes what a crash left of a dropped generation', async () => {
    let crashed = false;
    const { engine } = await watchedEngine((sql) =>
      crashed && sql.startsWith('DELETE FROM docs') ? { code: 10, when: 'before' } : undefined,
    );
    const store = await SqliteViewStore.open(file, engine);
    const old = await store.begin(numbered.name, 1);
    await store.commit(old, commit({ a: put(['u']) }));
    crashed = true;
    await expect(store.begin(numbered.name, 2)).rejects.toThrow('injected');
    crashed = false;
    await store.begin(numbered.name, 3);
    await store.close();
    const database = await openDatabase(file, { synchronous: 'NORMAL' });
    const rows = ['docs', 'doc_index'].map((table) => database.prepareArrays(`SELECT count(*) FROM ${table}`).get()?.[0]);
    expect(rows).toEqual([0, 0]);
    database.close();
  });

  it('starts anew over tables of another version of the hub', async () => {
    const before = await SqliteViewStore.open(file);
    await before.swap(await before.begin(numbered.name, 1));
    await before.close();
    const database = await openDatabase(file, { synchronous: 'NORMAL' });
    database.exec('PRAGMA user_version = 999');
    database.close();
    const after = await SqliteViewStore.open(file);
    expect(await after.generations(numbered.name)).toEqual([]);
    await after.close();
  });
});
