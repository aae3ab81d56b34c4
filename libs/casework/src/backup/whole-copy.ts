import { join } from 'node:path';
import { type SavedHead, SqliteEventStore, StoreUnavailable, type Verification, verify } from '@samspor/event-store';
import { type Database, SqliteFault, openDatabase, schemaVersionOf } from '@samspor/sqlite';
import { BackupRefused, type Counts, type PartName } from './manifest.js';

/** What is found in the three files of a hub that nobody writes to. */
export interface Inventory {
  readonly head: SavedHead;
  readonly counts: Counts;
}

/** What SQLite says of damage, as a refusal that names the file. */
const orDamaged = (error: unknown, file: string): unknown =>
  error instanceof SqliteFault && error.kind === 'corrupt' ? new BackupRefused(`${file} is damaged: ${error.message}.`) : error;

const reading = async <Result>(file: string, work: (database: Database) => Result): Promise<Result> => {
  const database = await openDatabase(file, { synchronous: 'FULL', readOnly: true });
  try {
    return work(database);
  } catch (error) {
    throw orDamaged(error, file);
  } finally {
    database.close();
  }
};

const countIn = (database: Database, table: string): number =>
  database.prepareArrays<readonly [number]>(`SELECT count(*) FROM ${table}`).get()?.[0] ?? 0;

/** The version of a file's tables. */
export const schemaOf = (file: string): Promise<number> => reading(file, schemaVersionOf);

const verified = async (folder: string, against?: SavedHead): Promise<Verification> => {
  const store = await SqliteEventStore.open({ directory: folder, readOnly: true });
  try {
    return await verify(store, against && { against });
  } catch (error) {
    throw orDamaged(error instanceof StoreUnavailable ? error.cause : error, join(folder, 'events.sqlite'));
  } finally {
    await store.close();
  }
};

const refuseDamage = (file: string): Promise<void> =>
  reading(file, (database) => {
    const says = database.prepareArrays<readonly [string]>('PRAGMA quick_check(1)').get()?.[0];
    if (says !== 'ok') throw new BackupRefused(`${file} is damaged: ${says ?? 'it cannot be checked'}.`);
  });

// A sealed part begins with its version (1 byte) and the id of its key (16).
const lostKeys = `SELECT count(*) FROM (SELECT DISTINCT substr(sealed, 2, 16) AS id FROM events WHERE sealed IS NOT NULL)
  WHERE id NOT IN (SELECT id FROM keys.data_keys)`;

const refuseLostKeys = async (folder: string): Promise<void> => {
  const missing = await reading(join(folder, 'events.sqlite'), (database) => {
    database.prepare('ATTACH DATABASE ? AS keys').run(join(folder, 'keys.db'));
    return database.prepareArrays<readonly [number]>(lostKeys).get()?.[0] ?? 0;
  });
  if (missing > 0)
    throw new BackupRefused(
      `${missing} keys that events were sealed with are not in ${join(folder, 'keys.db')}: it is older than the events.`,
    );
};

/**
 * Goes through the files in a folder: no page is damaged, every event follows the one before it (up to a head that was saved, if
 * one is given), and every sealed part has its key. Throws BackupRefused with the first thing that is not so.
 */
export const takeStock = async (folder: string, against?: SavedHead): Promise<Inventory> => {
  const path = (part: PartName): string => join(folder, part);
  for (const part of ['keys.db', 'reads.db'] as const) await refuseDamage(path(part));
  const outcome = await verified(folder, against);
  if (!outcome.ok)
    throw new BackupRefused(`${path('events.sqlite')} is not as it was written (${outcome.problem.kind}): ${outcome.problem.says}`);
  await refuseLostKeys(folder);
  const { head, events, streams } = outcome;
  const [keys, identities] = await reading(path('keys.db'), (database) => [
    countIn(database, 'data_keys'),
    countIn(database, 'identities'),
  ]);
  const readings = await reading(path('reads.db'), (database) => countIn(database, 'readings'));
  return { head, counts: { events, streams, keys: keys ?? 0, identities: identities ?? 0, readings } };
};
