import type { EventStore } from '@samspor/event-store';
import { LRUCache } from 'lru-cache';
import type { Reader, Reading } from './reading.js';

const BATCH = 1_000;
const BATCHES_AT_HAND = 4;

/** Reads batches of the past. Views that catch up side by side are given the same batch, so that each event is parsed once. */
export class Source {
  readonly #atHand = new LRUCache<string, Promise<readonly Reading[]>>({ max: BATCHES_AT_HAND });

  constructor(
    private readonly events: EventStore,
    readonly reader: Reader,
  ) {}

  /** The next events after a position; none at the head. */
  readAfter(position: bigint | undefined): Promise<readonly Reading[]> {
    const key = String(position);
    const atHand = this.#atHand.get(key);
    if (atHand) return atHand;
    const batch = this.#read(position, key);
    this.#atHand.set(key, batch);
    return batch;
  }

  async readStream(stream: string): Promise<readonly Reading[]> {
    return (await this.events.read(stream)).map(this.reader);
  }

  async #read(position: bigint | undefined, key: string): Promise<readonly Reading[]> {
    let isFull = false;
    try {
      const events = await this.events.readAll(position, BATCH);
      isFull = events.length === BATCH;
      return events.map(this.reader);
    } finally {
      // A batch that is not full grows, and one that failed is asked for again.
      if (!isFull) this.#atHand.delete(key);
    }
  }
}
