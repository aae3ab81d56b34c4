import type { Agency } from './agency.js';
import type { Event } from './decider.js';

/** How sensitive an event is: S0 no person · S1 reveals a client relationship · S2 personal matters · S3 special category · S4 restricted. */
export type Sensitivity = 'S0' | 'S1' | 'S2' | 'S3' | 'S4';

/** What an event is about: the unit in which consent is given and information shared (opplysningskategori). */
export const categories = [
  'identity',
  'contact',
  'follow-up',
  'education',
  'work-and-measures',
  'needs-assessment',
  'health',
  'family',
  'child-welfare',
  'coordination',
  'consent',
] as const;
export type Category = (typeof categories)[number];

/** What the hub knows about an event type besides its shape. */
export interface CatalogueEntry<E extends Event = Event> {
  /** The Norwegian term of the trade. */
  readonly term: string;
  /** Agencies that may append it (R51). */
  readonly mayAppend: readonly Agency[];
  readonly category: Category;
  readonly sensitivity: Sensitivity;
  /** Fields that are sealed before they are stored; never in clear. */
  readonly personal: readonly (keyof E['data'] & string)[];
  readonly schemaVersion: number;
}

/** A row for every event of a union: a new event without one does not compile. */
export type Catalogue<E extends Event> = { readonly [T in E['type']]: CatalogueEntry<Extract<E, { readonly type: T }>> };
