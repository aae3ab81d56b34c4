import { statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Database, SqliteCheckpoints, loadEngine, openDatabase } from './index.js';
import { type TemporaryDirectory, failingEngine, temporaryDirectory } from './testing/index.js';

const ROWS = 400n;
const ROUNDS = 4;
const DISK_FULL = 13;

describe('checkpoints beside the writer', () => {
  let directory: TemporaryDirectory;
  let file: string;
  let writer: Database;

  beforeEach(async () => {
    directory = temporaryDirectory();
    file = directory.file('a.sqlite');
    writer = await openDatabase(file, { synchronous: 'FULL', walAutocheckpoint: 1_000_000 });
    writer.exec('CREATE TABLE notes(n INTEGER PRIMARY KEY, text TEXT NOT NULL)');
  });
  afterEach(() => {
    writer.close();
    directory.remove();
  });

  /** How large the log is after each of some rounds of writes. */
  const sizesOfTheLog = (after: (rows: bigint) => void): readonly number[] => {
    const insert = writer.prepare('INSERT INTO notes(text) VALUES (?)');
    return Array.from({ length: ROUNDS }, (_, round) => {
      for (let row = 0n; row < ROWS; row += 1n) insert.run('a note of some length '.repeat(40));
      after(ROWS * BigInt(round + 1));
      return statSync(`${file}-wal`).size;
    });
  };

  it('let the writer begin its log anew, when there is enough in it', async () => {
    const checkpoints = await SqliteCheckpoints.of(file, { synchronous: 'FULL', every: ROWS });
    const moved = sizesOfTheLog((rows) => checkpoints.grown(rows));
    expect(moved.at(-1)).toBe(moved[0]);
    checkpoints.close();
  });

  it('leave the log alone until there is', async () => {
    const checkpoints = await SqliteCheckpoints.of(file, { synchronous: 'FULL', every: ROWS * 100n });
    const left = sizesOfTheLog((rows) => checkpoints.grown(rows));
    expect(left.at(-1)).toBeGreaterThan((left[0] ?? 0) * 3);
    checkpoints.close();
  });

  it('move another time what the disk does not take now', async () => {
    let isFull = true;
    const engine = failingEngine(await loadEngine(), (sql) =>
      isFull && sql.includes('wal_checkpoint(PASSIVE)') ? { code: DISK_FULL, when: 'before' } : undefined,
    );
    const checkpoints = await SqliteCheckpoints.of(file, { synchronous: 'FULL', every: ROWS, engine });
    const sizes = sizesOfTheLog((rows) => {
      checkpoints.grown(rows);
      isFull = rows < ROWS * 2n;
    });
    expect(sizes[1]).toBeGreaterThan(sizes[0] ?? 0);
    expect(sizes.at(-1)).toBe(sizes[2]);
    checkpoints.close();
  });
});
