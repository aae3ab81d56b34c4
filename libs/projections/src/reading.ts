import { type StoredEvent, type Upcast, toRecorded } from '@samspor/event-store';
import { type HubEvent, type RecordedEvent, hubEvents, isHubEvent } from './view.js';
import type { ParkingCode } from './view-store.js';

/** What came of reading a stored event, once for all views. */
export interface Reading {
  readonly stream: string;
  readonly position: bigint;
  readonly type: string;
  readonly read: { readonly event: RecordedEvent } | { readonly failure: ParkingCode };
}

/** Reads a stored event; never throws. */
export type Reader = (stored: StoredEvent) => Reading;

const readBy = (stored: StoredEvent, upcast: Upcast): Reading['read'] => {
  if (!Object.hasOwn(hubEvents, stored.type)) return { failure: 'UNKNOWN_EVENT_TYPE' };
  try {
    const event = toRecorded<HubEvent>(stored, upcast);
    return isHubEvent(event) ? { event } : { failure: 'UNKNOWN_EVENT_TYPE' };
  } catch {
    return { failure: 'UNREADABLE_EVENT' };
  }
};

/** A reader that brings old data into the shape of today. */
export const readerOf =
  (upcast: Upcast = (_type, _version, data) => data): Reader =>
  (stored) => ({ stream: stored.stream, position: stored.position, type: stored.type, read: readBy(stored, upcast) });
