import { Worker } from 'node:worker_threads';
import type { ChangeListener, ChangedDocuments, Parked, ViewState } from '@samspor/projections';
import type { Asked, FromProjector, Projecting } from './projecting.js';
import type { ProjectorFiles } from './projector.worker.js';

/** A projector that does not say how it is within this time is judged by what it said last. */
const patienceMs = 250;

/** What is folded is short-lived, and little of it is kept: much room is memory for nothing. */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 192 };

/** What the thread works on, and what the hub knows better. */
export interface ThreadOptions extends ProjectorFiles {
  /** Somebody else may have changed documents that the hub has at hand. */
  readonly forget: (changed: ChangedDocuments) => void;
  readonly head: () => Promise<bigint | undefined>;
  readonly clock: () => Date;
}

type Answer = { readonly answer: unknown } | { readonly failed: string };

/** The projector in a thread of its own, so that folding keeps nobody waiting who asks or tells something. */
export class ProjectorThread implements Projecting {
  readonly #listeners = new Set<ChangeListener>();
  readonly #asked = new Map<number, (answer: Answer) => void>();
  #worker: Worker | undefined;
  #last: readonly ViewState[] = [];
  #fault: string | undefined;
  /** Up to where readers of every view see all there is, as the thread has told last. */
  #seen: bigint | undefined;
  #ids = 0;

  constructor(private readonly options: ThreadOptions) {}

  async start(): Promise<void> {
    const { eventsFile, viewsFile, snapshotsFile, atHand } = this.options;
    const files: ProjectorFiles = { eventsFile, viewsFile, snapshotsFile, atHand };
    const worker = new Worker(new URL('projector.worker.js', import.meta.url), { workerData: files, resourceLimits });
    this.#worker = worker;
    worker.on('message', (message: FromProjector) => this.#hear(message));
    worker.on('error', ({ message }) => this.#end(message));
    worker.on('exit', () => this.#end('it was stopped'));
    await this.#ask('start');
    this.#last = await this.state();
  }

  async stop(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    // Not with `once`, which fails when the thread does.
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    // It ends either way: what it could not store is folded again at the next start.
    await this.#ask('stop').catch(() => undefined);
    await worker.terminate();
    await ended;
  }

  async seen(position: bigint, timeoutMs: number): Promise<boolean> {
    // Who has been told need not ask: an answer comes only once the event loop has gone round.
    if (this.#seen !== undefined && position <= this.#seen) return true;
    return (await this.#within(timeoutMs + patienceMs, this.#ask('seen', position, timeoutMs))) ?? false;
  }

  async parked(view: string): Promise<readonly Parked[]> {
    return this.#ask('parked', view);
  }

  async retry(view: string, stream: string): Promise<boolean> {
    return this.#ask('retry', view, stream);
  }

  async state(): Promise<readonly ViewState[]> {
    const answered = this.#worker && (await this.#within(patienceMs, this.#ask('state')));
    if (answered) this.#last = answered;
    return answered ?? this.#aged();
  }

  onChange(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What the thread has found damaged. */
  fault(): string | undefined {
    return this.#fault;
  }

  /** How the views were when last heard of, seen from now. */
  async #aged(): Promise<readonly ViewState[]> {
    const [now, head] = [this.options.clock().getTime(), await this.options.head()];
    return this.#last.map((state) => ({
      ...state,
      head,
      lag: (head ?? 0n) - (state.checkpoint ?? 0n),
      beatAgeMs: Math.abs(now - state.lastBeat.getTime()),
    }));
  }

  #ask<M extends keyof Asked>(method: M, ...args: Parameters<Asked[M]>): Promise<Awaited<ReturnType<Asked[M]>>> {
    const id = (this.#ids += 1);
    return new Promise((resolve, reject) => {
      if (!this.#worker) return reject(new Error('the projector does not run'));
      this.#asked.set(id, (said) => {
        if ('failed' in said) reject(new Error(said.failed));
        else resolve(said.answer as Awaited<ReturnType<Asked[M]>>);
      });
      this.#worker.postMessage({ id, method, args });
    });
  }

  async #within<T>(ms: number, asking: Promise<T>): Promise<T | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => (timer = setTimeout(resolve, ms, undefined)));
    try {
      return await Promise.race([asking.catch(() => undefined), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  #hear(message: FromProjector): void {
    if ('fault' in message) this.#fault = message.fault;
    else if ('stale' in message) this.options.forget(message.stale);
    else if ('changed' in message) this.#tell(message);
    else {
      this.#asked.get(message.id)?.(message);
      this.#asked.delete(message.id);
    }
  }

  #tell({ changed, streams, seen }: Extract<FromProjector, { readonly changed: bigint }>): void {
    this.#seen = seen;
    for (const listener of this.#listeners) listener(changed, streams, seen);
  }

  /** Nobody who has asked waits for ever, and /ready says that the views have gone silent. */
  #end(why: string): void {
    this.#worker = undefined;
    this.#seen = undefined;
    for (const answer of this.#asked.values()) answer({ failed: `The projector has ended: ${why}. Restart the hub.` });
    this.#asked.clear();
  }
}
