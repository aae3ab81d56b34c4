import type { StoredEvent } from '../event-store.js';

/** A row of the table of events, in the order of `columns`; ids, hashes and sealed parts in hexadecimal. */
export type EventRow = readonly [
  position: number,
  stream: string,
  revision: number,
  id: string,
  type: string,
  data: string,
  metadata: string,
  sealed: string | null,
  hash: string,
];

/** What is read of an event. In hexadecimal, since one of the engines takes longer for each blob than for the rest of the row. */
export const columns =
  'position, stream, revision, lower(hex(id)), type, data, metadata, CASE WHEN sealed IS NOT NULL THEN hex(sealed) END, hex(hash)';

/** The 16 bytes of a UUID. */
export const bytesOfId = (id: string): Uint8Array => Buffer.from(id.replaceAll('-', ''), 'hex');

const idOf = (hex: string): string => `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;

/** The event that a row holds. */
export const eventOfRow = ([position, stream, revision, id, type, data, metadata, sealed, hash]: EventRow): StoredEvent => {
  const event = { id: idOf(id), type, data, metadata, hash: Buffer.from(hash, 'hex'), stream, revision, position: BigInt(position) };
  return sealed === null ? event : { ...event, sealed: Buffer.from(sealed, 'hex') };
};
