import { copyFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadEngine, openDatabase, type Database } from './index.js';
import { forgetfulEngine, temporaryDirectory, type TemporaryDirectory } from './testing/index.js';

const readPragma = (database: Database, name: string): unknown => database.prepareArrays(`PRAGMA ${name}`).get()?.[0];

describe('a database that is opened', () => {
  let directory: TemporaryDirectory;
  beforeEach(() => {
    directory = temporaryDirectory();
  });
  afterEach(() => directory.remove());

  it.each(['FULL', 'NORMAL'] as const)('keeps synchronous=%s after a write, and when it is opened again', async (synchronous) => {
    for (const table of ['first', 'second']) {
      const database = await openDatabase(directory.file('a.sqlite'), { synchronous });
      database.exec(`CREATE TABLE ${table}(n INTEGER)`);
      expect(readPragma(database, 'synchronous')).toBe(synchronous === 'FULL' ? 2 : 1);
      database.close();
    }
  });

  it('is refused when it does not keep the level', async () => {
    const engine = forgetfulEngine(await loadEngine());
    await expect(openDatabase(directory.file('a.sqlite'), { synchronous: 'FULL', engine })).rejects.toThrow(
      /does not keep synchronous=FULL: after a write it reads 1/,
    );
  });

  it('has a write-ahead log and the settings that were asked for', async () => {
    const database = await openDatabase(directory.file('a.sqlite'), { synchronous: 'FULL', cacheKiB: 2048, walAutocheckpoint: 77 });
    const names = ['journal_mode', 'page_size', 'cache_size', 'temp_store', 'wal_autocheckpoint', 'busy_timeout'];
    expect(names.map((name) => readPragma(database, name))).toEqual(['wal', 4096, -2048, 2, 77, 5000]);
    database.close();
  });

  it('keeps the version that its file has', async () => {
    const first = await openDatabase(directory.file('a.sqlite'), { synchronous: 'FULL' });
    first.exec('PRAGMA user_version = 7');
    first.close();
    const again = await openDatabase(directory.file('a.sqlite'), { synchronous: 'FULL' });
    expect(readPragma(again, 'user_version')).toBe(7);
    again.close();
  });

  it('is one whole file once it is closed', async () => {
    const database = await openDatabase(directory.file('a.sqlite'), { synchronous: 'FULL' });
    database.exec('CREATE TABLE t(n INTEGER)');
    database.prepare('INSERT INTO t VALUES (1)').run();
    database.close();
    copyFileSync(directory.file('a.sqlite'), directory.file('copy.sqlite'));
    const copy = await openDatabase(directory.file('copy.sqlite'), { synchronous: 'FULL', readOnly: true });
    expect(copy.prepareArrays('SELECT n FROM t').all()).toEqual([[1]]);
    copy.close();
  });

  it('reads beside a writer when it is read only, and refuses to write', async () => {
    const writer = await openDatabase(directory.file('a.sqlite'), { synchronous: 'FULL' });
    writer.exec('CREATE TABLE t(n INTEGER) STRICT; INSERT INTO t VALUES (1)');
    const reader = await openDatabase(directory.file('a.sqlite'), { synchronous: 'FULL', readOnly: true });
    writer.exec('INSERT INTO t VALUES (2)');
    expect(reader.prepareArrays('SELECT n FROM t').all()).toEqual([[1], [2]]);
    expect(() => reader.exec('DELETE FROM t')).toThrow(expect.objectContaining({ name: 'SqliteFault', kind: 'read-only' }));
    reader.close();
    writer.close();
  });

  it('is not created when it is to be read only', async () => {
    const opening = openDatabase(directory.file('missing.sqlite'), { synchronous: 'FULL', readOnly: true });
    await expect(opening).rejects.toMatchObject({ name: 'SqliteFault', kind: 'cannot-open' });
  });
});
