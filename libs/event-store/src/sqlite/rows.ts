import type { StoredEvent } from '../event-store.js';

/** A row of the table of events, in the order of `columns`. */
export type EventRow = readonly [
  position: number,
  stream: string,
  revision: number,
  id: Uint8Array,
  type: string,
  data: string,
  metadata: string,
  sealed: Uint8Array | null,
  hash: Uint8Array,
];

/** The columns of an EventRow. */
export const columns = 'position, stream, revision, id, type, data, metadata, sealed, hash';

/** The 16 bytes of a UUID. */
export const bytesOfId = (id: string): Uint8Array => Buffer.from(id.replaceAll('-', ''), 'hex');

const textOfId = (bytes: Uint8Array): string => {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

/** The event that a row holds. */
export const eventOfRow = ([position, stream, revision, id, type, data, metadata, sealed, hash]: EventRow): StoredEvent => {
  const event = { id: textOfId(id), type, data, metadata, hash, stream, revision, position: BigInt(position) };
  return sealed === null ? event : { ...event, sealed };
};
