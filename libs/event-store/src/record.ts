import type { Catalogue, Event, Metadata, Recorded } from '@samspor/domain';
import type { Personal, Sealer } from '@samspor/privacy';
import type { NewEvent, StoredEvent } from './event-store.js';
import { recordHash } from './hash-chain.js';
import { canonicalJson } from './record.canonical-json.js';
import { uuidV5 } from './uuid-v5.js';

/** Gives the data of a stored event in the shape of today, whatever version it was written in. */
export type Upcast = (type: string, schemaVersion: number, data: Event['data']) => Event['data'];

/** A domain event in its two parts. */
export interface Parts<E extends Event> {
  /** The event as anybody reads it back: without its personal fields. */
  readonly clear: E;
  /** The personal fields that it has; only these are sealed. */
  readonly personal: Personal | undefined;
}

/** Where in its stream an event will stand, and whom it is about. */
export interface Slot {
  readonly stream: string;
  readonly subject: string;
  readonly revision: number;
  /** Which of the command's events it is, from 0. */
  readonly index: number;
  /** The hash of the event before it; none for the first of a stream. */
  readonly previous: Uint8Array | undefined;
}

const namespace = Buffer.from('25bdbc59ad644663affb49574564660c', 'hex');

/** The id of an event: UUID v5 of what makes it the same event when its command is given again. */
export function eventIdOf(stream: string, commandId: string, index: number): string {
  return uuidV5(namespace, JSON.stringify([stream, commandId, index]));
}

const eventOf = <E extends Event>(type: string, data: Event['data']): E => ({ type, data }) as E;

/** Takes the fields that the catalogue calls personal out of an event. */
export function partsOf<E extends Event>(event: E, catalogue: Catalogue<E>): Parts<E> {
  const names: readonly string[] = catalogue[event.type as E['type']].personal;
  const data = event.data as Readonly<Record<string, unknown>>;
  const isPersonal = (name: string): boolean => names.includes(name) && data[name] !== undefined;
  if (!names.some(isPersonal)) return { clear: event, personal: undefined };
  const clear: Record<string, unknown> = {};
  const personal: Record<string, unknown> = {};
  for (const name of Object.keys(data)) (isPersonal(name) ? personal : clear)[name] = data[name];
  return { clear: eventOf(event.type, clear), personal };
}

/** Gives a domain event the form in which it is stored: personal fields sealed, the rest as canonical JSON, all of it in the chain. */
export async function toNewEvent(
  { clear, personal }: Parts<Event>,
  metadata: Metadata,
  { stream, subject, revision, index, previous }: Slot,
  sealer: Sealer,
): Promise<NewEvent> {
  const { type } = clear;
  const id = eventIdOf(stream, metadata.commandId, index);
  const place = { subject, owner: metadata.ownerAgency, stream, revision, eventId: id, type };
  const sealed = personal && (await sealer.seal(place, personal));
  const [data, envelope] = [canonicalJson(clear.data), canonicalJson(metadata)];
  const hash = recordHash(previous, stream, revision, { id, type, data, metadata: envelope, sealed });
  // In one piece each: an object that grows by its last field is copied for every event.
  return sealed ? { id, type, data, metadata: envelope, sealed, hash } : { id, type, data, metadata: envelope, hash };
}

/** A stored event as it is read; its personal fields stay sealed. */
export function toRecorded<E extends Event>(stored: StoredEvent, upcast: Upcast): Recorded<E> {
  const { id, stream, revision, position, type, sealed } = stored;
  const metadata = JSON.parse(stored.metadata) as Metadata;
  const { data } = eventOf<E>(type, upcast(type, metadata.schemaVersion, JSON.parse(stored.data) as Event['data']));
  return { id, stream, revision, position, type, data, metadata, ...(sealed && { sealed }) };
}

/** The domain event that was recorded, without its personal fields. */
export const toEvent = <E extends Event>({ type, data }: Recorded<E>): E => eventOf(type, data);
