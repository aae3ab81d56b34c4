import { setImmediate } from 'node:timers/promises';
import type { EventStore, ScannedEvent, Upcast } from '@samspor/event-store';
import { Build } from './build.js';
import { findGenerations } from './generations.js';
import { lazyReaderOf } from './reading.js';
import type { AnyView } from './view.js';
import type { Generation, ViewStore } from './view-store.js';

/** Not more: larger pages do not fit in the processor's caches, and took longer to read. */
const PAGE = 1_000;

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
  const build = new Build(view, views, generation);
  const read = lazyReaderOf(upcast);
  let folded = 0;
  const next = (): Promise<readonly ScannedEvent[]> => events.scan(build.folded, PAGE);
  do {
    for (let page = await next(); page.length > 0; page = await next()) {
      await build.take(page.map(read));
      folded += page.length;
      if (build.folded !== undefined) onProgress?.({ events: folded, position: build.folded });
      await setImmediate();
    }
    await build.save();
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
