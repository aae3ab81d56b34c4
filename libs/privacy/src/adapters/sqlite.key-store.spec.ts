import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@samspor/sqlite';
import { KeyStoreUnavailable } from '../key-store.js';
import { keyStoreContract } from '../testing/key-store.contract.js';
import { SqliteKeyStore } from './sqlite.key-store.js';

const aDirectory = (): string => mkdtempSync(join(tmpdir(), 'samspor-keys-'));

keyStoreContract('SQLite', () => {
  const directory = aDirectory();
  return { open: () => SqliteKeyStore.open(join(directory, 'keys.db')), dispose: () => rm(directory, { recursive: true }) };
});

describe('the SQLite key store', () => {
  it('says what to do when the file fails', async () => {
    const directory = aDirectory();
    const store = await SqliteKeyStore.open(join(directory, 'keys.db'));
    const database = await openDatabase(join(directory, 'keys.db'), { synchronous: 'FULL' });
    database.exec('DROP TABLE data_keys');
    const key = { id: randomBytes(16), subject: randomUUID(), owner: 'NAV', wrapped: randomBytes(60) };
    await expect(store.addKey(key)).rejects.toThrow(KeyStoreUnavailable);
    database.close();
    await store.close();
    await rm(directory, { recursive: true });
  });
});
