import { dirname, join } from 'node:path';
import { type ReadLog, SqliteReadLog } from '@samspor/access';
import { type EventStore, type SnapshotStore, SqliteEventStore, SqliteSnapshotStore, writerProgram } from '@samspor/event-store';
import { type KeyStore, SqliteKeyStore, type WrappingKey, openWrappingKey } from '@samspor/privacy';
import { type ChangedDocuments, SqliteViewStore, type ViewStore } from '@samspor/projections';
import { viewsAtHand as atHand } from './cases.js';
import type { ThreadOptions } from './projecting/projector.thread.js';
import { buildName } from './build-name.js';
import { type Settings, sqliteFolder } from './settings.js';
import { DataRefused, refusalOf } from './stores-refused.js';

/** The stores that the hub stands on. */
export interface Stores {
  readonly events: EventStore;
  readonly views: ViewStore;
  readonly keys: KeyStore;
  readonly reads: ReadLog;
  readonly wrappingKey: WrappingKey;
  /** What a projector in another thread needs to open them as well. */
  readonly elsewhere: Omit<ThreadOptions, 'head' | 'clock'>;
  /** Absent where nothing may be written. */
  readonly snapshots?: SnapshotStore;
}

interface Closable {
  close(): Promise<void>;
}

const refuseLostKeys = async (events: EventStore, keys: KeyStore, file: string): Promise<void> => {
  if ((await events.head()) === undefined || (await keys.findCheck()) !== undefined) return;
  throw new DataRefused(
    `${file} holds no keys, but there are events: every name, number and note in them would read as erased. ` +
      'Restore keys.db and wrapping.key from the backup; do not go on with new ones.',
  );
};

/** What was opened, so that all of it can be closed again. */
class Opening {
  readonly #opened: Closable[] = [];

  /** Opens a store; a failure names its file. */
  async take<Store extends Closable>(file: string, open: (file: string) => Promise<Store>): Promise<Store> {
    try {
      const store = await open(file);
      this.#opened.push(store);
      return store;
    } catch (error) {
      throw refusalOf(error, file);
    }
  }

  async giveBack(): Promise<void> {
    for (const store of this.#opened) await store.close();
  }
}

const openAll = async ({ directory, eventsUrl, viewsUrl, readOnly, threads = false }: Settings, opening: Opening): Promise<Stores> => {
  const eventsFile = join(sqliteFolder('EVENTS_URL', eventsUrl), 'events.sqlite');
  const viewsFile = join(sqliteFolder('VIEWS_URL', viewsUrl), 'views.db');
  const keysFile = join(directory, 'keys.db');
  const snapshotsFile = join(directory, 'snapshots.db');
  const events = await opening.take(eventsFile, (file) =>
    SqliteEventStore.open({ directory: dirname(file), readOnly, ...(threads && { writerThread: writerProgram }) }),
  );
  const keys = await opening.take(keysFile, (file) => SqliteKeyStore.open(file));
  await refuseLostKeys(events, keys, keysFile);
  const wrappingKey = await openWrappingKey(join(directory, 'wrapping.key'), keys);
  const views = await opening.take(viewsFile, (file) =>
    readOnly ? SqliteViewStore.open(file) : SqliteViewStore.openOrMakeAnew(file, threads ? { toldOf: atHand } : {}),
  );
  const reads = await opening.take(join(directory, 'reads.db'), (file) => SqliteReadLog.open(file));
  const elsewhere = {
    eventsFile,
    viewsFile,
    snapshotsFile,
    atHand,
    forget: (changed: ChangedDocuments) => views.forget(changed),
  };
  const stores = { events, keys, wrappingKey, views, reads, elsewhere };
  if (readOnly) return stores;
  const snapshots = await opening.take(snapshotsFile, (file) => SqliteSnapshotStore.open(file, buildName()));
  return { ...stores, snapshots };
};

/** Opens the stores that the settings name, or none of them; throws with what to do when one cannot be used. */
export const openStores = async (settings: Settings): Promise<Stores> => {
  const opening = new Opening();
  try {
    return await openAll(settings, opening);
  } catch (error) {
    await opening.giveBack();
    throw refusalOf(error, settings.directory);
  }
};
