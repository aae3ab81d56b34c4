import { parentPort, workerData } from 'node:worker_threads';
import { SqliteEventStore } from '@samspor/event-store';
import { Projector, SqliteViewStore, views } from '@samspor/projections';
import { upcastEvent } from '../upcast-event.js';
import { CheckpointsThread, type LogFiles } from './checkpoints.thread.js';
import type { Asked, FromProjector, ToProjector } from './projecting.js';
import { stepAside } from '../step-aside.js';

/** Where a projector in a thread of its own finds events and views, and what else it has the logs moved of. */
export interface ProjectorFiles extends LogFiles {
  /** The views of which the hub has documents at hand. */
  readonly atHand: readonly string[];
}

/** How soon it is seen that the file is damaged, or that another process has written to it. */
const beatMs = 1_000;

/** Runs the projector, and answers what the hub asks of it. */
const serve = async ({ atHand, ...files }: ProjectorFiles, say: (message: FromProjector) => void) => {
  const events = await SqliteEventStore.open({ file: files.eventsFile, readOnly: true });
  const store = await SqliteViewStore.open(files.viewsFile, { logMovedElsewhere: true });
  store.onCommitted((stale) => {
    if (stale === 'all' || atHand.includes(stale.view)) say({ stale });
  });
  const projector = new Projector({ events, views: store, definitions: views, upcast: upcastEvent });
  const logs = new CheckpointsThread(files);
  projector.onChange((changed, streams, seen) => {
    say({ changed, streams, seen });
    logs.grown(changed);
  });
  const watch = setInterval(() => {
    if (store.changedElsewhere()) say({ stale: 'all' });
    say({ fault: store.fault() });
  }, beatMs);
  const asked: Asked = {
    start: () => projector.start(),
    seen: (...args) => projector.seen(...args),
    state: () => projector.state(),
    parked: (...args) => projector.parked(...args),
    retry: (...args) => projector.retry(...args),
    stop: async () => {
      clearInterval(watch);
      await projector.stop();
      await logs.close();
      await store.close();
      await events.close();
    },
  };
  const answer = async (method: keyof Asked, args: readonly unknown[]): Promise<unknown> =>
    (asked[method] as (...given: readonly unknown[]) => unknown)(...args);
  return ({ id, method, args }: ToProjector): void => {
    answer(method, args).then(
      (given) => say({ id, answer: given }),
      (error: unknown) => say({ id, failed: error instanceof Error ? error.message : String(error) }),
    );
  };
};

const port = parentPort;
if (port === null) throw new Error('projector.worker runs in a thread of the hub');
stepAside();
port.on('message', await serve(workerData as ProjectorFiles, (message) => port.postMessage(message)));
