import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadEngine, openDatabase, takeFileLock, type Database } from './index.js';
import { failingEngine, temporaryDirectory, type TemporaryDirectory } from './testing/index.js';

describe('the driver', () => {
  let directory: TemporaryDirectory;
  let database: Database;
  beforeEach(async () => {
    directory = temporaryDirectory();
    database = await openDatabase(directory.file('a.sqlite'), { synchronous: 'NORMAL' });
    database.exec("CREATE TABLE t(n INTEGER PRIMARY KEY, text TEXT UNIQUE CHECK(text <> 'no'), bytes BLOB) STRICT");
  });
  afterEach(() => {
    database.close();
    directory.remove();
  });
  const insert = (n: number, text: string, bytes: Uint8Array | null = null) =>
    database.prepare('INSERT INTO t VALUES (?, ?, ?)').run(n, text, bytes);
  const fault = (kind: string) => expect.objectContaining({ name: 'SqliteFault', kind });

  it('gives rows by name, and as arrays', () => {
    insert(1, 'blåbær', new Uint8Array([0, 255]));
    const row = { n: 1, text: 'blåbær', bytes: new Uint8Array([0, 255]) };
    expect({ ...database.prepare('SELECT * FROM t').get() }).toEqual(row);
    expect(database.prepareArrays('SELECT * FROM t').all()).toEqual([Object.values(row)]);
    expect(database.prepareArrays('SELECT * FROM t WHERE n = ?').get(2)).toBeUndefined();
  });

  it('names what was violated', () => {
    insert(1, 'a');
    expect(() => insert(1, 'b')).toThrow(fault('unique'));
    expect(() => insert(2, 'a')).toThrow(fault('unique'));
    expect(() => insert(3, 'no')).toThrow(fault('constraint'));
  });

  it('refuses a text that one of the engines would cut', () => {
    expect(() => insert(1, 'cut\0here')).toThrow('a text with a NUL cannot be stored');
  });

  it('refuses an integer that a number cannot hold', () => {
    expect(() => database.prepareArrays('SELECT 9007199254740993').get()).toThrow(expect.objectContaining({ name: 'RangeError' }));
  });

  it('says that the disk is full', () => {
    database.exec('PRAGMA max_page_count = 4');
    expect(() => insert(1, 'x'.repeat(100_000))).toThrow(fault('full'));
  });

  it('says that a file is no database', async () => {
    writeFileSync(directory.file('b.sqlite'), 'not a database, but long enough to have a header of some kind'.repeat(20));
    await expect(openDatabase(directory.file('b.sqlite'), { synchronous: 'FULL' })).rejects.toMatchObject({ kind: 'corrupt' });
  });

  it('says that a file is damaged, also when it reads many rows', async () => {
    for (let n = 0; n < 200; n += 1) insert(n, `row ${n} ${'x'.repeat(500)}`);
    database.close();
    const file = openSync(directory.file('a.sqlite'), 'r+');
    for (let page = 3; page < 20; page += 1) writeSync(file, Buffer.alloc(50, 0xee), 0, 50, page * 4096);
    closeSync(file);
    database = await openDatabase(directory.file('a.sqlite'), { synchronous: 'NORMAL' });
    expect(() => database.prepareArrays('SELECT * FROM t').all()).toThrow(fault('corrupt'));
    expect(() => database.prepareArrays('SELECT count(bytes) FROM t').get()).toThrow(fault('corrupt'));
  });

  it('keeps all of a transaction, or nothing', () => {
    expect(database.transaction(() => insert(1, 'a').changes)).toBe(1);
    const failed = () =>
      database.transaction(() => {
        insert(2, 'b');
        insert(1, 'c');
      });
    expect(failed).toThrow(fault('unique'));
    expect(database.prepareArrays('SELECT n FROM t').all()).toEqual([[1]]);
  });

  it('reads one state of the file for as long as it reads, and the next one afterwards', async () => {
    const other = await openDatabase(directory.file('a.sqlite'), { synchronous: 'NORMAL' });
    const count = database.prepareArrays<readonly [number]>('SELECT count(*) FROM t');
    const counted = database.reading(() => {
      const before = count.get()?.[0];
      other.prepare('INSERT INTO t VALUES (1, ?, NULL)').run('a');
      return [before, count.get()?.[0]];
    });
    expect([...counted, count.get()?.[0]]).toEqual([0, 0, 1]);
    other.close();
  });

  it('gives the error of what was read, and can read again', () => {
    expect(() =>
      database.reading(() => {
        throw new RangeError('of this test');
      }),
    ).toThrow(RangeError);
    expect(database.reading(() => database.prepareArrays('SELECT 1').get())).toEqual([1]);
  });

  it('says when it was the commit that failed, and can go on', async () => {
    let broken = false;
    const engine = failingEngine(await loadEngine(), (sql) => (broken && sql === 'COMMIT' ? { code: 10, when: 'before' } : undefined));
    const failing = await openDatabase(directory.file('c.sqlite'), { synchronous: 'FULL', engine });
    broken = true;
    expect(() => failing.transaction(() => 1)).toThrow(expect.objectContaining({ kind: 'io', during: 'commit' }));
    broken = false;
    expect(failing.transaction(() => 2)).toBe(2);
    failing.close();
  });
});

describe('a file lock', () => {
  it('is held by one at a time', async () => {
    const directory = temporaryDirectory();
    const first = await takeFileLock(directory.file('writer.lock'));
    expect(await takeFileLock(directory.file('writer.lock'))).toBeUndefined();
    first?.release();
    const second = await takeFileLock(directory.file('writer.lock'));
    expect(second).toBeDefined();
    second?.release();
    directory.remove();
  });
});
