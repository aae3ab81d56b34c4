import type { Agency, Consent } from '@samspor/domain';

/** What the policies need to know about one youth; read from the hub's own events, never from a token. */
export interface CaseFacts {
  readonly municipality: string;
  /** Offices that have, or are asked to take, a case with the youth. */
  readonly cases: readonly { readonly agency: Agency; readonly unit: string }[];
  /** Professionals named for the youth: trekant, deputies, coordinator. */
  readonly people: readonly string[];
  /** The municipality's fixed contact persons: in the trekant by default. */
  readonly fixedPeople: readonly string[];
  readonly consents: readonly Consent[];
}
