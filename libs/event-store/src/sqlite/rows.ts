import type { ScannedEvent, StoredEvent } from '../event-store.js';

/** A row of the table of events without its hash, in the order of `scannedColumns`; id and sealed part in hexadecimal. */
export type ScannedRow = readonly [
  position: number,
  stream: string,
  revision: number,
  id: string,
  type: string,
  data: string,
  metadata: string,
  sealed: string | null,
];

/** A row of the table of events, in the order of `columns`. */
export type EventRow = readonly [...ScannedRow, hash: string];

/** What is read of an event. In hexadecimal, since one of the engines takes longer for each blob than for the rest of the row. */
export const scannedColumns =
  'position, stream, revision, lower(hex(id)), type, data, metadata, CASE WHEN sealed IS NOT NULL THEN hex(sealed) END';

/** The same with the hash. */
export const columns = `${scannedColumns}, hex(hash)`;

/** The 16 bytes of a UUID. */
export const bytesOfId = (id: string): Uint8Array => Buffer.from(id.replaceAll('-', ''), 'hex');

const idOf = (hex: string): string => `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;

/** The event that a row holds. */
export const eventOfRow = ([position, stream, revision, id, type, data, metadata, sealed, hash]: EventRow): StoredEvent => {
  const event = { id: idOf(id), type, data, metadata, hash: Buffer.from(hash, 'hex'), stream, revision, position: BigInt(position) };
  return sealed === null ? event : { ...event, sealed: Buffer.from(sealed, 'hex') };
};

/** The event that a row without a hash holds. Bytes are made of its hexadecimal when they are asked for, which is for few of many events. */
export class RowEvent implements ScannedEvent {
  readonly position: bigint;

  constructor(private readonly row: ScannedRow) {
    this.position = BigInt(row[0]);
  }

  get stream(): string {
    return this.row[1];
  }

  get revision(): number {
    return this.row[2];
  }

  get id(): string {
    return idOf(this.row[3]);
  }

  get type(): string {
    return this.row[4];
  }

  get data(): string {
    return this.row[5];
  }

  get metadata(): string {
    return this.row[6];
  }

  get sealed(): Uint8Array | undefined {
    return this.row[7] === null ? undefined : Buffer.from(this.row[7], 'hex');
  }
}
