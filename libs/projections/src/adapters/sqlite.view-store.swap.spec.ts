import { loadEngine } from '@samspor/sqlite';
import { failingEngine, temporaryDirectory } from '@samspor/sqlite/testing';
import { ViewStoreUnavailable } from '../view-store.js';
import { SqliteViewStore } from './sqlite.view-store.js';

const generationsOf = async (store: SqliteViewStore): Promise<readonly string[]> =>
  (await store.generations('numbered')).map(({ version, state }) => `${version} ${state}`);

describe('a swap of views', () => {
  it('leaves the old one live when it fails on its way, and succeeds when it is tried again', async () => {
    const directory = temporaryDirectory();
    let fails = false;
    const engine = failingEngine(await loadEngine(), (sql) =>
      fails && sql.startsWith('UPDATE generations SET state = ?') ? { code: 10, when: 'before' } : undefined,
    );
    const store = await SqliteViewStore.open(directory.file('views.db'), { engine });
    await store.swap(await store.begin('numbered', 1));
    const next = await store.begin('numbered', 2);
    fails = true;
    await expect(store.swap(next)).rejects.toThrow(ViewStoreUnavailable);
    expect(await generationsOf(store)).toEqual(['1 live', '2 building']);
    fails = false;
    expect(await store.swap(next)).toBe(true);
    expect(await generationsOf(store)).toEqual(['2 live']);
    await store.close();
    directory.remove();
  });
});
