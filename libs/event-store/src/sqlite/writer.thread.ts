import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import {
  AppendRefused,
  OutcomeUnknown,
  StoreUnavailable,
  WrongExpectedRevision,
  type Appended,
  type ExpectedRevision,
  type NewEvent,
} from '../event-store.js';
import type { Commits } from './group-commit.js';
import { Numbered } from './numbered.js';
import { type FromWriter, type Outcome, packed, type Refusal, type SentAppend } from './writer.messages.js';

/** The file that the thread writes to, and where it hears of appends and tells of them. */
export interface WriterFile {
  readonly file: string;
  readonly port: MessagePort;
}

/** What the thread runs. */
export const writerProgram = new URL('writer.worker.js', import.meta.url);

/** What it keeps are the heads of streams, and what waits: at most 200 commands (Limits.inFlight), each within the limit of a body. */
const resourceLimits = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 128 };

/** So many are sent at once without waiting for more: the thread would have nothing to do until all who ask now have been heard. */
const SENT_EARLY = 8;

interface Waiting {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: Error) => void;
}

const errorOf = ({ name, message, actual }: Refusal, { stream, expected }: Waiting): Error => {
  if (actual !== undefined) return new WrongExpectedRevision(stream, expected, actual);
  if (name === 'AppendRefused') return new AppendRefused(message);
  return name === 'StoreUnavailable' ? new StoreUnavailable(message) : new OutcomeUnknown(message);
};

/** Stores appends in a thread of its own: while a commit waits for the disk, the event loop goes on with what others ask. */
export class WriterThread implements Commits {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #waiting = new Numbered<Waiting>();
  #unsent: SentAppend[] = [];
  #fault: string | undefined;

  /** For a file that is there; `onStored` is called each time that something may have been stored. */
  constructor(
    private readonly file: string,
    program: URL,
    private readonly onStored: () => void,
  ) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#port.on('message', (message: FromWriter) => this.#hear(message));
    const workerData: WriterFile = { file, port: port2 };
    this.#worker = new Worker(program, { workerData, transferList: [port2], resourceLimits });
    this.#worker.on('error', ({ message }) => this.#end(message));
    this.#worker.on('exit', () => this.#end('it was stopped'));
  }

  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    if (this.#fault !== undefined) throw new StoreUnavailable(this.#fault);
    return new Promise((resolve, reject) => {
      const number = this.#waiting.add({ stream, expected, resolve, reject });
      const unsent = this.#unsent.push([number, stream, expected, events.map(packed)]);
      if (unsent === 1) setImmediate(() => this.#send());
      if (unsent === SENT_EARLY) this.#send();
    });
  }

  fault(): string | undefined {
    return this.#fault;
  }

  async close(): Promise<void> {
    if (this.#worker.threadId === -1) return;
    // Not with `once`, which fails when the thread does.
    const ended = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#send();
    this.#port.postMessage('close');
    await ended;
  }

  #send(): void {
    if (this.#unsent.length === 0) return;
    this.#port.postMessage(this.#unsent);
    this.#unsent = [];
    this.#hearAtOnce();
  }

  /** Who was stored in the meantime is answered before more is begun: the event loop would first go through all who ask now. */
  #hearAtOnce(): void {
    for (let heard = receiveMessageOnPort(this.#port); heard !== undefined; heard = receiveMessageOnPort(this.#port))
      this.#hear(heard.message as FromWriter);
  }

  #hear({ outcomes, fault }: FromWriter): void {
    this.#fault ??= fault;
    this.onStored();
    for (const outcome of outcomes) this.#answer(outcome);
  }

  #answer([number, appended, refusal]: Outcome): void {
    const waiting = this.#waiting.take(number);
    if (appended) waiting?.resolve(appended);
    else if (waiting && refusal) waiting.reject(errorOf(refusal, waiting));
  }

  /** Whoever waits hears that nobody can tell, and nothing more is taken. */
  #end(why: string): void {
    this.#hearAtOnce();
    this.#fault ??= `The thread that writes to ${this.file} has ended: ${why}. Restart the hub.`;
    const unknown = new OutcomeUnknown(this.#fault);
    for (const { reject } of this.#waiting.takeAll()) reject(unknown);
    this.#port.close();
  }
}
