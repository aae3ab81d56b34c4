import type { Metadata, Recorded } from '@samspor/domain';
import type { ScannedEvent, Upcast } from '@samspor/event-store';
import type { HubEvent } from './view.js';

type Data = HubEvent['data'];

/** What is stored of an event is no JSON, or cannot be brought into the shape of today. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

const readable = <T>(decode: () => T): T => {
  try {
    return decode();
  } catch (cause) {
    throw new Unreadable('an event cannot be read', { cause });
  }
};

/** An event as it is stored, read when somebody asks what is in it, and then once: most views look at few. */
export class LazyEvent implements Recorded<HubEvent> {
  #metadata: Metadata | undefined;
  #data: Data | undefined;

  constructor(
    private readonly stored: ScannedEvent,
    readonly type: HubEvent['type'],
    private readonly upcast: Upcast,
  ) {}

  get id(): string {
    return this.stored.id;
  }

  get stream(): string {
    return this.stored.stream;
  }

  get revision(): number {
    return this.stored.revision;
  }

  get position(): bigint {
    return this.stored.position;
  }

  get sealed(): Uint8Array | undefined {
    return this.stored.sealed;
  }

  get metadata(): Metadata {
    return (this.#metadata ??= readable(() => JSON.parse(this.stored.metadata) as Metadata));
  }

  get data(): Data {
    return (this.#data ??= readable(() => this.#upcast(JSON.parse(this.stored.data) as Data)));
  }

  #upcast(data: Data): Data {
    return this.upcast(this.type, this.metadata.schemaVersion, data) as Data;
  }
}
