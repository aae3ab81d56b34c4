import type { Principal, ReadLog } from '@samspor/access';
import { type Personal, type Sealer, Shredded } from '@samspor/privacy';
import { type RecordedEvent, type SealedAt, type SealedRef, sealedAt } from '@samspor/projections';

/** Opens sealed parts for a reader, and records that the reader was shown the youth before the answer leaves. */
export class Disclosure {
  constructor(
    private readonly sealer: Sealer,
    private readonly reads: ReadLog,
    private readonly clock: () => Date,
  ) {}

  /** The personal fields; none when the key has been destroyed. */
  async open(ref: SealedRef | undefined): Promise<Personal> {
    if (ref === undefined) return {};
    return this.#open(ref.at, Buffer.from(ref.box, 'base64'));
  }

  /** The personal fields of an event; none when it has none, or the key has been destroyed. */
  async openEvent(event: RecordedEvent): Promise<Personal> {
    const { sealed } = event;
    return sealed ? this.#open(sealedAt(event), sealed) : {};
  }

  /** Durable when it returns; when it cannot be recorded, nothing may be shown. */
  record(youthId: string, what: string, { id, agency, unit }: Principal, policy: string): Promise<void> {
    return this.reads.record({ at: this.clock().toISOString(), actorId: id, agency, unit, youthId, what, policy });
  }

  async #open(at: SealedAt, sealed: Uint8Array): Promise<Personal> {
    const opened = await this.sealer.open(at, sealed);
    return opened instanceof Shredded ? {} : opened;
  }
}
