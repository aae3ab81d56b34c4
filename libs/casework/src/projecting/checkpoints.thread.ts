import { Worker } from 'node:worker_threads';

/** The files whose logs are moved. */
export interface LogFiles {
  readonly eventsFile: string;
  readonly viewsFile: string;
  readonly snapshotsFile: string;
}

/** It keeps nothing but a connection to each. */
const resourceLimits = { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 32 };

/**
 * Moves the write-ahead logs of events, views and snapshots into their files in a thread of its own: it waits for the disk most of the
 * time, and nobody who writes waits with it. Without it they go on, and move their logs themselves when those have grown large.
 */
export class CheckpointsThread {
  readonly #worker: Worker;

  constructor(workerData: LogFiles) {
    this.#worker = new Worker(new URL('checkpoints.worker.js', import.meta.url), { workerData, resourceLimits });
    this.#worker.on('error', ({ message }) => process.emitWarning(`the thread that moves the logs has ended: ${message}`));
  }

  /** What was written up to this position is in the logs. */
  grown(position: bigint): void {
    this.#worker.postMessage(position);
  }

  async close(): Promise<void> {
    if (this.#worker.threadId === -1) return;
    // Not with `once`, which fails when the thread does.
    const ended = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#worker.postMessage('close');
    await ended;
  }
}
