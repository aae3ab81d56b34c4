import type { Actor, Agency } from './agency.js';
import type { Catalogue } from './catalogue.js';
import type { Event } from './decider.js';
import type { Metadata } from './envelope.js';

/** The part of the envelope that the domain decides; the rest (ids, instant, hash) is the store's. */
export type Description = Pick<
  Metadata,
  'occurredOn' | 'ownerAgency' | 'category' | 'sensitivity' | 'legalBasis' | 'lawVersion' | 'termsVersion' | 'schemaVersion'
>;

/** Who owns an event: the actor's agency, or the hub where the event only follows from what the actor did. */
export const ownerOf = <E extends Event>(catalogue: Catalogue<E>, { type }: E, { agency }: Actor): Agency => {
  const { mayAppend } = catalogue[type as E['type']];
  if (mayAppend.includes(agency)) return agency;
  if (mayAppend.includes('SYS')) return 'SYS';
  throw new Error(`${type} was decided for ${agency}, which may not append it`);
};
