import type { Principal, ReadLog } from '@samspor/access';
import { type Personal, type Sealer, Shredded } from '@samspor/privacy';
import type { SealedRef } from '@samspor/projections';

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
    const opened = await this.sealer.open(ref.at, Buffer.from(ref.box, 'base64'));
    return opened instanceof Shredded ? {} : opened;
  }

  /** Durable when it returns; when it cannot be recorded, nothing may be shown. */
  record(youthId: string, what: string, { id, agency, unit }: Principal, policy: string): Promise<void> {
    return this.reads.record({ at: this.clock().toISOString(), actorId: id, agency, unit, youthId, what, policy });
  }
}
