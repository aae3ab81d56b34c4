/**
 * Who can append to a stream: OT (oppfølgingstjenesten), NAV, PPT, BV (barnevern), KOM (kommunal kontaktperson),
 * SCH (skole, inntak), Y (ungdom eller foresatt), SYS (the hub itself), ADM (avtaleparter).
 */
export const agencies = ['OT', 'NAV', 'PPT', 'BV', 'KOM', 'SCH', 'Y', 'SYS', 'ADM'] as const;
export type Agency = (typeof agencies)[number];

/** Agencies that hold information about youths and may share it with each other. */
export const sharingAgencies = ['OT', 'NAV', 'PPT', 'BV', 'KOM', 'SCH'] as const;
export type SharingAgency = (typeof sharingAgencies)[number];

/** Who does something: a person in a role at a unit of an agency. */
export interface Actor {
  readonly id: string;
  /** Name of a professional. For the youth and guardians only "Ungdommen" or "Foresatt": their names are never in clear. */
  readonly name: string;
  readonly agency: Agency;
  /** The office, e.g. `nav-0105`, `ot-50-steinkjer`. */
  readonly unit: string;
  readonly role: string;
  /** County number, for those who work for a county (OT, SCH). */
  readonly county?: string;
  readonly onBehalfOf?: string;
}
