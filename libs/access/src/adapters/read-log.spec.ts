import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@samspor/sqlite';
import { readLogContract } from '../testing/read-log.contract.js';
import { InMemoryReadLog } from './in-memory.read-log.js';
import { SqliteReadLog } from './sqlite.read-log.js';

const inMemory = async () => {
  const log = new InMemoryReadLog();
  return { log, reopen: async () => log, remove: async () => {} };
};

const inSqlite = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'samspor-reads-'));
  let log = await SqliteReadLog.open(join(folder, 'reads.db'));
  return {
    log,
    folder,
    reopen: async () => {
      await log.close();
      log = await SqliteReadLog.open(join(folder, 'reads.db'));
      return log;
    },
    remove: async () => {
      await log.close();
      await rm(folder, { recursive: true });
    },
  };
};

readLogContract('in memory', inMemory);
readLogContract('SQLite', inSqlite);

describe('the read log in SQLite', () => {
  it('refuses to change or delete a reading, whoever asks', async () => {
    const { log, folder, remove } = await inSqlite();
    await log.record({
      at: '2026-03-10T00:00:00Z',
      actorId: 'a',
      agency: 'OT',
      unit: 'u',
      youthId: 'y',
      what: 'trekant',
      policy: 'own-case',
    });
    const database = await openDatabase(join(folder, 'reads.db'), { synchronous: 'FULL' });
    expect(() => database.exec("UPDATE readings SET actor = 'somebody else'")).toThrow();
    expect(() => database.exec('DELETE FROM readings')).toThrow();
    database.close();
    await remove();
  });
});
