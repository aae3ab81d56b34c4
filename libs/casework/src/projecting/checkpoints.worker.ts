import { parentPort, workerData } from 'node:worker_threads';
import { SqliteCheckpoints } from '@samspor/sqlite';
import type { LogFiles } from './checkpoints.thread.js';
import { stepAside } from '../step-aside.js';

/** An event takes about three pages in the log of events, one in that of the views, and a fourth of one in that of the snapshots. */
const every = { events: 100n, views: 400n, snapshots: 1_600n };

/** Snapshots may be lost: without them the other logs are moved all the same. */
const snapshotsOf = async (file: string): Promise<readonly SqliteCheckpoints[]> => {
  try {
    return [await SqliteCheckpoints.of(file, { synchronous: 'NORMAL', every: every.snapshots })];
  } catch {
    return [];
  }
};

/** Moves the logs each time that they are said to have grown, until it is told to close. */
const serve = async ({ eventsFile, viewsFile, snapshotsFile }: LogFiles, end: () => void) => {
  const logs = [
    await SqliteCheckpoints.of(eventsFile, { synchronous: 'FULL', every: every.events }),
    await SqliteCheckpoints.of(viewsFile, { synchronous: 'NORMAL', every: every.views }),
    ...(await snapshotsOf(snapshotsFile)),
  ];
  return (message: bigint | 'close'): void => {
    if (message !== 'close') return logs.forEach((log) => log.grown(message));
    for (const log of logs) log.close();
    end();
  };
};

const port = parentPort;
if (port === null) throw new Error('checkpoints.worker runs in a thread of the projector');
stepAside();
port.on('message', await serve(workerData as LogFiles, () => port.close()));
