import type { Appended, ExpectedRevision, NewEvent } from '../event-store.js';
import { bytesOf, textOf } from '../bytes.js';

/** An event on its way to another thread. Its bytes cross as text, a byte a character, since each object takes longer to copy than a text. */
export type PackedEvent = readonly [id: string, type: string, data: string, metadata: string, hash: string, sealed: string | undefined];

/** An append on its way to the thread that writes; what is answered bears its number. */
export type SentAppend = readonly [number: number, stream: string, expected: ExpectedRevision, events: readonly PackedEvent[]];

/** What was refused: an error does not cross as what it is. */
export interface Refusal {
  readonly name: string;
  readonly message: string;
  /** The stream's last revision, where that was the reason. */
  readonly actual?: number | 'no-stream';
}

/** What came of an append. */
export type Outcome = readonly [number: number, appended: Appended | undefined, refusal: Refusal | undefined];

/** What the hub says to the thread that writes: appends, or that it is to store what waits and end. */
export type ToWriter = readonly SentAppend[] | 'close';

/** What that thread says: what came of appends, and why it takes no more, if so. */
export interface FromWriter {
  readonly outcomes: readonly Outcome[];
  readonly fault: string | undefined;
}

export const packed = ({ id, type, data, metadata, hash, sealed }: NewEvent): PackedEvent => [
  id,
  type,
  data,
  metadata,
  textOf(hash),
  sealed && textOf(sealed),
];

export const unpacked = ([id, type, data, metadata, hash, sealed]: PackedEvent): NewEvent => {
  const event = { id, type, data, metadata, hash: bytesOf(hash) };
  return sealed === undefined ? event : { ...event, sealed: bytesOf(sealed) };
};
