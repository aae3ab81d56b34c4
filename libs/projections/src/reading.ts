import type { ScannedEvent, Upcast } from '@samspor/event-store';
import { LazyEvent } from './lazy-event.js';
import { type RecordedEvent, hubEvents } from './view.js';
import type { ParkingCode } from './view-store.js';

/** What came of reading a stored event, once for all views. */
export interface Reading {
  readonly stream: string;
  readonly position: bigint;
  readonly type: string;
  readonly read: { readonly event: RecordedEvent } | { readonly failure: ParkingCode };
}

/** Reads a stored event; never throws. */
export type Reader = (stored: ScannedEvent) => Reading;

const asItIs: Upcast = (_type, _version, data) => data;

// The same text in the same place in memory for all events of a type: it is compared often.
const types = new Map(Object.keys(hubEvents).map((type) => [type, type as RecordedEvent['type']]));

/**
 * A reader that brings old data into the shape of today, and leaves out what its view never asks for: an event that cannot be read
 * fails where somebody does.
 */
export const lazyReaderOf =
  (upcast = asItIs): Reader =>
  (stored) => {
    const { stream, position } = stored;
    const type = types.get(stored.type);
    if (type === undefined) return { stream, position, type: stored.type, read: { failure: 'UNKNOWN_EVENT_TYPE' } };
    return { stream, position, type, read: { event: new LazyEvent(stored, type, upcast) as RecordedEvent } };
  };

const isReadable = (event: RecordedEvent): boolean => {
  try {
    return event.data !== undefined;
  } catch {
    return false;
  }
};

/** A reader for many views: an event that cannot be read fails in all of them, whatever they ask for. */
export const readerOf = (upcast?: Upcast): Reader => {
  const readLazily = lazyReaderOf(upcast);
  return (stored) => {
    const reading = readLazily(stored);
    if ('failure' in reading.read || isReadable(reading.read.event)) return reading;
    return { ...reading, read: { failure: 'UNREADABLE_EVENT' } };
  };
};
