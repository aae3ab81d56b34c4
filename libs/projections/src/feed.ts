import type { EventStore, StoredEvent } from '@samspor/event-store';
import type { Patience } from './patience.js';

/** The subscription skipped an event: some must be missing. */
class Gap extends Error {
  override readonly name = 'Gap';
}

interface FeedOptions {
  readonly events: EventStore;
  /** Handles a batch; the next one comes when it is done. Does not throw. */
  readonly handle: (batch: readonly StoredEvent[]) => Promise<void>;
  readonly patience: Patience;
}

/**
 * Hands on every event after a position, in order and once. When the subscription is cut, falls silent or skips an event, another
 * is opened after the last event handed on; there is never more than one.
 */
export class Feed {
  #position: bigint | undefined;
  #state: 'down' | 'listening' | 'handling' = 'down';
  #lateSince: bigint | undefined;
  #cut: () => void = () => undefined;

  constructor(private readonly options: FeedOptions) {}

  /** The last event that was handed on, or is being handled. */
  get position(): bigint | undefined {
    return this.#position;
  }

  /** Whether a subscription is open and nothing is left to handle. */
  get isListening(): boolean {
    return this.#state === 'listening';
  }

  /** Goes on until the signal; then the batch at hand is finished first. */
  async run(after: bigint | undefined, signal: AbortSignal): Promise<void> {
    this.#position = after;
    while (!signal.aborted) {
      try {
        await this.#follow(signal);
      } catch {
        // Whatever the store says, the answer is another subscription.
      }
      this.#state = 'down';
      if (!signal.aborted) await this.options.patience.wait(signal);
    }
  }

  /** Opens another subscription when the head has been ahead, and nothing come, since the last look: some end without a word. */
  look(head: bigint | undefined): void {
    const isLate = this.isListening && head !== undefined && (this.#position ?? -1n) < head;
    const mark = isLate ? (this.#position ?? -1n) : undefined;
    if (mark !== undefined && mark === this.#lateSince) this.#cut();
    this.#lateSince = mark;
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const subscription = new AbortController();
    const cut = (): void => subscription.abort();
    signal.addEventListener('abort', cut, { once: true });
    const batches = this.options.events.subscribe(this.#position, subscription.signal)[Symbol.asyncIterator]();
    try {
      for (;;) {
        const batch = await this.#next(batches, subscription);
        if (batch === undefined) return;
        await this.#handOn(batch);
      }
    } finally {
      signal.removeEventListener('abort', cut);
      subscription.abort();
      // Not awaited: a subscription that fell silent may never answer. What it still brings reaches nobody.
      batches.return?.().catch(() => undefined);
    }
  }

  /** The next batch; nothing when the subscription ended or is cut, even one that takes no notice of its signal. */
  #next(batches: AsyncIterator<readonly StoredEvent[]>, subscription: AbortController): Promise<readonly StoredEvent[] | undefined> {
    this.#state = 'listening';
    return new Promise((resolve, reject) => {
      const end = (): void => resolve(undefined);
      this.#cut = () => subscription.abort();
      subscription.signal.addEventListener('abort', end, { once: true });
      batches
        .next()
        .then(({ done, value }) => resolve(done ? undefined : value), reject)
        .finally(() => subscription.signal.removeEventListener('abort', end));
      if (subscription.signal.aborted) end();
    });
  }

  async #handOn(batch: readonly StoredEvent[]): Promise<void> {
    const fresh = batch.filter(({ position }) => this.#position === undefined || position > this.#position);
    this.#refuseGaps(fresh);
    const last = fresh.at(-1);
    if (!last) return;
    this.#state = 'handling';
    // Before it is handled: a view that comes up from behind must not join between this batch and the next.
    this.#position = last.position;
    await this.options.handle(fresh);
    this.options.patience.renew();
  }

  #refuseGaps(batch: readonly StoredEvent[]): void {
    let before = this.#position;
    for (const { position } of batch) {
      const isNext = this.options.events.positions === 'dense' ? position === (before ?? position - 1n) + 1n : position > (before ?? -1n);
      if (!isNext) throw new Gap(`after ${String(before)} came ${String(position)}`);
      before = position;
    }
  }
}
