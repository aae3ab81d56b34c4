import type { Actor, Agency } from './agency.js';
import type { Category, Sensitivity } from './catalogue.js';
import type { Day } from './day.js';
import type { Event } from './decider.js';

/** Why somebody was allowed to process what an event holds. */
export interface LegalBasis {
  readonly code: string;
  readonly ref?: string;
}

/** Who, why and under which law and terms: the same for every event. */
export interface Metadata {
  /** The day it happened, said by the author. */
  readonly occurredOn: Day;
  /** The instant it was recorded, ISO 8601 in UTC. */
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly ownerAgency: Agency;
  readonly category: Category;
  readonly sensitivity: Sensitivity;
  readonly legalBasis?: LegalBasis;
  /** The law in force on the day it happened, e.g. `opl-2023`. */
  readonly lawVersion: string;
  /** The agreement terms it was decided under; absent without an agreement. */
  readonly termsVersion?: string;
  readonly schemaVersion: number;
  readonly commandId: string;
  /** Keyed hash of the command: the same id with another one is refused. */
  readonly fingerprint: string;
  readonly correlationId: string;
  readonly causationId?: string;
}

/** An event as it stands in a stream. Personal fields are not in `data`: they lie in `sealed`. */
export interface Recorded<E extends Event = Event> {
  readonly id: string;
  readonly stream: string;
  /** From 0, dense within a stream. */
  readonly revision: number;
  /** One opaque, ordered value over all streams. */
  readonly position: bigint;
  readonly type: E['type'];
  readonly data: E['data'];
  readonly metadata: Metadata;
  /** The personal fields, encrypted under the key of (youth × owning agency). */
  readonly sealed?: Uint8Array;
}
