import { setImmediate } from 'node:timers/promises';
import { closeSync, existsSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { type SqliteEngine, loadEngine, openDatabase } from '@samspor/sqlite';
import { type Failure, type TemporaryDirectory, failingEngine, temporaryDirectory } from '@samspor/sqlite/testing';
import { viewStoreContract } from '../testing/view-store.contract.js';
import { type Change, type Commit, Superseded, ViewStoreUnavailable } from '../view-store.js';
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
  it('shows whoever looks what another process has written', async () => {
    const here = await SqliteViewStore.open(file);
    const live = await here.begin(numbered.name, 1);
    await here.commit(live, commit({ a: put(['u']) }));
    await here.swap(live);
    expect(await here.look(numbered, 'a')).toEqual({ units: ['u'] });
    const there = await SqliteViewStore.open(file);
    const next = await there.begin(numbered.name, 2);
    await there.commit(next, commit({ a: put(['v']) }));
    await there.swap(next);
    await there.close();
    await setImmediate();
    expect(await here.look(numbered, 'a')).toEqual({ units: ['v'] });
    await here.close();
  });

  it('says whether another process has written to it, once for each time', async () => {
    const here = await SqliteViewStore.open(file);
    const live = await here.begin(numbered.name, 1);
    here.changedElsewhere();
    await here.commit(live, commit({ a: put(['u']) }));
    expect(here.changedElsewhere()).toBe(false);
    const there = await SqliteViewStore.open(file);
    await there.commit(live, commit({ a: put(['v']) }));
    await there.close();
    expect([here.changedElsewhere(), here.changedElsewhere()]).toEqual([true, false]);
    await here.close();
  });

  it('shows whoever looks nothing of a commit that failed', async () => {
    let fails = false;
    const { engine } = await watchedEngine((sql) => (fails && sql === 'COMMIT' ? { code: 13, when: 'before' } : undefined));
    const store = await SqliteViewStore.open(file, { engine });
    const live = await store.begin(numbered.name, 1);
    await store.commit(live, commit({ a: put(['u']) }));
    await store.swap(live);
    const [found = live] = await store.generations(numbered.name);
    await store.look(numbered, 'a');
    fails = true;
    await expect(store.commit(found, commit({ a: put(['v'], ['u']) }))).rejects.toThrow(ViewStoreUnavailable);
    expect(await store.look(numbered, 'a')).toEqual({ units: ['u'] });
    await store.close();
  });

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
    const store = await SqliteViewStore.open(file, { engine });
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
    const store = await SqliteViewStore.open(file, { engine });
    const live = await store.begin(numbered.name, 1);
    await store.swap(live);
    isFull = true;
    const parked = [{ stream: 's', position: 1n, code: 'FOLD_FAILED' as const, since: '' }];
    await expect(store.commit(live, commit({ a: put(['u']) }, { checkpoint: 1n, parked }))).rejects.toThrow(ViewStoreUnavailable);
    expect([await store.get(numbered, 'a'), await store.checkpoint(numbered.name)]).toEqual([undefined, undefined]);
    await store.close();
  });

  it('stores commits of several views in one transaction', async () => {
    const { engine, statements } = await watchedEngine();
    const store = await SqliteViewStore.open(file, { engine });
    const builds = [await store.begin('one', 1), await store.begin('other', 1)];
    statements.length = 0;
    await Promise.all(store.commitAll(builds.map((generation) => ({ generation, commit: commit({ a: put(['u']) }) }))));
    expect(statements.filter((sql) => sql === 'COMMIT')).toHaveLength(1);
    await store.close();
  });

  it('stores the commits of other views when one cannot be written', async () => {
    const store = await SqliteViewStore.open(file);
    const builds = [await store.begin('one', 1), await store.begin('other', 1)];
    const unwritable = { ...put([]), doc: { count: 1n } };
    const outcomes = await Promise.allSettled(
      store.commitAll(builds.map((generation, index) => ({ generation, commit: commit({ a: index === 0 ? unwritable : put([]) }) }))),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect([...(await store.load(builds[1]!, ['a'])).keys()]).toEqual(['a']);
    await store.close();
  });

  it('deletes what a crash left of a dropped generation', async () => {
    let crashed = false;
    const { engine } = await watchedEngine((sql) =>
      crashed && sql.startsWith('DELETE FROM docs') ? { code: 10, when: 'before' } : undefined,
    );
    const store = await SqliteViewStore.open(file, { engine });
    const old = await store.begin(numbered.name, 1);
    await store.commit(old, commit({ a: put(['u']) }));
    crashed = true;
    await expect(store.begin(numbered.name, 2)).rejects.toThrow(ViewStoreUnavailable);
    await expect(store.commit(old, commit({}))).rejects.toThrow(Superseded);
    crashed = false;
    await store.begin(numbered.name, 3);
    await store.close();
    const database = await openDatabase(file, { synchronous: 'NORMAL' });
    const rows = ['docs', 'doc_index'].map((table) => database.prepareArrays(`SELECT count(*) FROM ${table}`).get()?.[0]);
    expect(rows).toEqual([0, 0]);
    database.close();
  });

  const sayVersion = async (version: number): Promise<void> => {
    const before = await SqliteViewStore.open(file);
    await before.swap(await before.begin(numbered.name, 1));
    await before.close();
    const database = await openDatabase(file, { synchronous: 'NORMAL' });
    database.exec(`PRAGMA user_version = ${version}`);
    database.close();
  };

  it('starts anew over tables of an older version of the hub', async () => {
    await sayVersion(0);
    const after = await SqliteViewStore.open(file);
    expect(await after.generations(numbered.name)).toEqual([]);
    await after.close();
  });

  it('is refused, and kept, when a newer version of the hub has written it', async () => {
    await sayVersion(999);
    await expect(SqliteViewStore.openOrMakeAnew(file)).rejects.toThrow(/newer version of Samspor.*delete this file/);
    const after = await openDatabase(file, { synchronous: 'NORMAL', readOnly: true });
    expect(after.prepareArrays('SELECT view FROM generations').all()).toEqual([['numbered']]);
    after.close();
  });
});

describe('a damaged file of views', () => {
  const damage = async (): Promise<void> => {
    const store = await SqliteViewStore.open(file);
    const live = await store.begin(numbered.name, 1);
    const documents = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`${n}`, put(['u'.repeat(2_000)])]));
    await store.commit(live, commit(documents, { checkpoint: 7n }));
    await store.swap(live);
    await store.close();
    const descriptor = openSync(file, 'r+');
    for (let page = 10; page < 60; page += 1) writeSync(descriptor, Buffer.alloc(50, 0xee), 0, 50, page * 4096);
    closeSync(descriptor);
  };
  const readAll = (store: SqliteViewStore) => store.range(numbered, { from: '', to: '~', limit: 500 });

  it('is told of by the store that meets the damage, and put aside at the next start', async () => {
    await damage();
    const store = await SqliteViewStore.openOrMakeAnew(file);
    expect(store.fault()).toBeUndefined();
    await expect(readAll(store)).rejects.toThrow(ViewStoreUnavailable);
    expect(store.fault()).toMatch(/damaged. Restart the hub/);
    await store.close();
    const anew = await SqliteViewStore.openOrMakeAnew(file);
    expect([await anew.generations(numbered.name), anew.fault(), existsSync(`${file}.damaged`)]).toEqual([[], undefined, true]);
    await anew.close();
    const again = await SqliteViewStore.openOrMakeAnew(file);
    await again.begin(numbered.name, 1);
    await again.close();
  });

  it('is put aside when it is no database at all', async () => {
    writeFileSync(file, 'no database, and long enough to have a header '.repeat(90));
    const anew = await SqliteViewStore.openOrMakeAnew(file);
    expect([await anew.generations(numbered.name), existsSync(`${file}.damaged`)]).toEqual([[], true]);
    await anew.close();
  });

  it('is left as it is by whoever only looks', async () => {
    writeFileSync(file, 'no database, and long enough to have a header '.repeat(90));
    await expect(SqliteViewStore.open(file)).rejects.toMatchObject({ kind: 'corrupt' });
    expect(existsSync(`${file}.damaged`)).toBe(false);
  });
});
