import { toUSVString } from 'node:util';
import { AppendRefused, appendLimits, type NewEvent } from '../event-store.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const HASH_BYTES = 32;

// Some engines cut a text at a NUL, and all of them change a lone surrogate.
const isStorable = (text: string): boolean => toUSVString(text) === text && !text.includes('\0');

const sizeOf = ({ type, data, metadata, sealed }: NewEvent): number =>
  Buffer.byteLength(type) + Buffer.byteLength(data) + Buffer.byteLength(metadata) + (sealed?.length ?? 0);

const problemOfEvent = ({ id, type, data, metadata, hash }: NewEvent): string | undefined => {
  if (!UUID.test(id)) return `the event id "${id}" is not a UUID in lower case`;
  if (type === '' || ![type, data, metadata].every(isStorable)) return `the event ${id} has a text that cannot be stored as it is`;
  if (hash.length !== HASH_BYTES) return `the event ${id} has a hash of ${hash.length} bytes instead of ${HASH_BYTES}`;
  return undefined;
};

const problemOf = (stream: string, events: readonly NewEvent[]): string | undefined => {
  if (stream === '' || !isStorable(stream)) return 'the stream has no usable name';
  if (events.length === 0) return 'there is no event to append';
  if (events.length > appendLimits.events) return `an append holds at most ${appendLimits.events} events, not ${events.length}`;
  const bytes = events.reduce((sum, event) => sum + sizeOf(event), 0);
  if (bytes > appendLimits.bytes) return `an append holds at most ${appendLimits.bytes} bytes, not ${bytes}`;
  if (new Set(events.map(({ id }) => id)).size < events.length) return 'the same event id stands twice in one append';
  return events.map(problemOfEvent).find((problem) => problem !== undefined);
};

/** Throws AppendRefused for an append that no engine may take; every adapter asks this before any I/O. */
export const refuseUnacceptable = (stream: string, events: readonly NewEvent[]): void => {
  const problem = problemOf(stream, events);
  if (problem !== undefined) throw new AppendRefused(problem);
};
