import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredEvent } from '@samspor/event-store';
import { type KeyStore, SqliteKeyStore, checkWrappingKey } from '@samspor/privacy';
import { type Finding, bad, ok } from './finding.js';

const restoreKeys = 'Stop the hub and restore keys.db from the newest backup; do not go on with a new one.';

const keyFile = async (folder: string, keys: KeyStore): Promise<Finding> => {
  const file = join(folder, 'wrapping.key');
  try {
    await checkWrappingKey(file, keys);
    return ok('key file', 'for its owner only, and the one that the keys are wrapped by');
  } catch (error) {
    return bad('key file', error instanceof Error ? error.message : String(error), 'Do what it says, before the hub is started again.');
  }
};

// A sealed part begins with its version (1 byte) and the id of its key (16).
const keyIdOf = (sealed: Uint8Array): Uint8Array => sealed.subarray(1, 17);

const keysOfNewest = async (keys: KeyStore, newest: readonly StoredEvent[]): Promise<Finding> => {
  const ids = new Map(
    newest.flatMap(({ sealed }) => (sealed ? [[Buffer.from(keyIdOf(sealed)).toString('hex'), keyIdOf(sealed)] as const] : [])),
  );
  let missing = 0;
  for (const id of ids.values()) if ((await keys.findKeyById(id)) === undefined) missing += 1;
  if (missing > 0)
    return bad('keys', `${missing} of the ${ids.size} keys of the newest events are gone: keys.db is older than the events`, restoreKeys);
  return ok('keys', `all ${ids.size} keys of the newest events are there`);
};

/** Whether what is sealed can be opened. */
export const keyFindings = async (folder: string, newest: readonly StoredEvent[]): Promise<readonly Finding[]> => {
  const file = join(folder, 'keys.db');
  if (!existsSync(file)) return [newest.length === 0 ? ok('keys', 'none yet') : bad('keys', `${file} is missing`, restoreKeys)];
  const keys = await SqliteKeyStore.open(file, { readOnly: true });
  try {
    if (newest.length > 0 && (await keys.findCheck()) === undefined)
      return [bad('keys', `${file} is new, and there are events`, restoreKeys)];
    return [await keyFile(folder, keys), await keysOfNewest(keys, newest)];
  } finally {
    await keys.close();
  }
};
