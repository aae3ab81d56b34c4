import type { EventStore, ScannedEvent, Upcast } from '@samspor/event-store';
import { type Reader, readerOf } from './reading.js';
import type { RecordedEvent } from './view.js';

const FEW = 8;

/** Part of a history, newest first. */
export interface HistoryPage {
  readonly events: readonly RecordedEvent[];
  /** Ask on before this revision; absent when there are no older events. */
  readonly before?: number;
}

/**
 * The history of one stream, read from its events when somebody asks. The timeline and the audit are shown from it: the events stand
 * in their order already, and what was told a moment ago is in it. An event that this hub cannot read is left out.
 */
export class History {
  readonly #read: Reader;

  constructor(
    private readonly events: EventStore,
    upcast?: Upcast,
  ) {
    this.#read = readerOf(upcast);
  }

  /** At most `limit` events before a revision (undefined: from the newest on). */
  async page(stream: string, before: number | undefined, limit: number): Promise<HistoryPage> {
    const found = await this.events.readBack(stream, before, limit + 1);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      events: shown.flatMap((stored) => this.#readable(stored)),
      ...(found.length > limit && last && { before: last.revision }),
    };
  }

  /** The event at a revision, if there is one that can be read. */
  async at(stream: string, revision: number): Promise<RecordedEvent | undefined> {
    const [stored] = await this.events.readBack(stream, revision + 1, 1);
    return stored?.revision === revision ? this.#readable(stored)[0] : undefined;
  }

  /** The last event of a stream at a position that counts as seen; undefined when there is none. */
  async lastSeen(stream: string, isSeen: (position: bigint) => boolean): Promise<Pick<ScannedEvent, 'revision' | 'position'> | undefined> {
    let before: number | undefined;
    for (;;) {
      const found = await this.events.readBack(stream, before, FEW);
      const last = found.find(({ position }) => isSeen(position));
      if (last || found.length < FEW) return last;
      before = found.at(-1)?.revision;
    }
  }

  #readable(stored: ScannedEvent): readonly RecordedEvent[] {
    const { read } = this.#read(stored);
    return 'event' in read ? [read.event] : [];
  }
}
