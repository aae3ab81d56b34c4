import { setImmediate } from 'node:timers/promises';
import type { EventStore, StoredEvent, Upcast } from '@samspor/event-store';
import { findGenerations } from './generations.js';
import { Lane } from './lane.js';
import { readerOf } from './reading.js';
import type { AnyView } from './view.js';
import type { Generation, ViewStore } from './view-store.js';

/** Larger than what the projector takes at once: a document that several of its events change is stored once. */
const BATCH = 10_000;

/** How far a rebuild has come. */
export interface RebuildProgress {
  readonly events: number;
  readonly position: bigint;
}

/** What to build anew, from what and where. */
export interface Rebuild {
  readonly events: EventStore;
  readonly views: ViewStore;
  readonly view: AnyView;
  readonly upcast?: Upcast;
  readonly onProgress?: (progress: RebuildProgress) => void;
}

const foldAll = async ({ events, views, view, upcast, onProgress }: Rebuild, generation: Generation): Promise<void> => {
  const lane = new Lane({ view, store: views, generation, mayPark: () => false, clock: () => new Date() });
  const next = (): Promise<readonly StoredEvent[]> => events.readAll(lane.checkpoint, BATCH);
  let folded = 0;
  do {
    for (let batch = await next(); batch.length > 0; batch = await next()) {
      await lane.take(batch.map(readerOf(upcast)));
      folded += batch.length;
      if (lane.checkpoint !== undefined) onProgress?.({ events: folded, position: lane.checkpoint });
      await setImmediate();
    }
  } while (!(await views.swap(generation)));
};

/**
 * Folds all events anew beside the running view, and swaps when it has seen as much. Throws PoisonEvent at the first event that the
 * view cannot fold, and leaves the running one as it is. A projector, here or in another process, goes on with the new one.
 */
export const rebuild = async (build: Rebuild): Promise<void> => {
  const { events, views, view } = build;
  await findGenerations(views, view.name, await events.head());
  const generation = await views.begin(view.name, view.version);
  try {
    await foldAll(build, generation);
  } catch (error) {
    await views.drop(generation);
    throw error;
  }
};
