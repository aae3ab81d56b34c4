import type { StoredEvent } from '../event-store.js';
import { FaultyEventStore } from './faulty.event-store.js';

/** A store that counts what is read of it. */
export class CountingStore extends FaultyEventStore {
  reads = 0;
  eventsRead = 0;

  override async read(name: string, after?: number): Promise<readonly StoredEvent[]> {
    const events = await super.read(name, after);
    this.reads += 1;
    this.eventsRead += events.length;
    return events;
  }
}
