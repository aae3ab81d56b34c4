/** A column of an OT list. */
export interface ListColumn {
  readonly field: ListField;
  /** Its name, which is also how a bad field is reported. */
  readonly labelNb: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
  readonly maxLength: number;
}

/** What a row of an OT list says about a youth. */
export type ListField =
  'identityNumber' | 'name' | 'birthDate' | 'municipality' | 'reason' | 'enrolledOn' | 'status' | 'statusOn' | 'adviser';

const column = (field: ListField, labelNb: string, maxLength: number, aliases: readonly string[], required = true): ListColumn => ({
  field,
  labelNb,
  aliases,
  required,
  maxLength,
});

/** The columns, in the order of the list that we write ourselves. */
export const listColumns: readonly ListColumn[] = [
  column('identityNumber', 'fødselsnummer', 14, ['fodselsnummer', 'fødselsnr', 'fnr', 'identity number', 'national identity number']),
  column('name', 'navn', 120, ['name']),
  column('birthDate', 'fødselsdato', 10, ['fodselsdato', 'født', 'birth date', 'date of birth']),
  column('municipality', 'kommune', 60, ['kommunenummer', 'kommunenr', 'municipality']),
  column('reason', 'årsak', 60, ['arsak', 'tilmeldingsårsak', 'reason', 'enrolment reason']),
  column('enrolledOn', 'tilmeldt', 10, ['tilmeldt dato', 'enrolled', 'enrolled on', 'enrolment date']),
  column('status', 'status', 10, ['ot-status', 'statuskode', 'status code'], false),
  column('statusOn', 'statusdato', 10, ['status fra', 'status date', 'status on'], false),
  column('adviser', 'rådgiver', 120, ['radgiver', 'ot-rådgiver', 'adviser', 'advisor'], false),
];

const simplified = (heading: string): string => heading.trim().toLowerCase().replaceAll('_', ' ').normalize('NFC');

const findColumn = (heading: string): ListColumn | undefined =>
  listColumns.find(({ labelNb, aliases }) => [labelNb, ...aliases].includes(simplified(heading)));

/** Which column of the file holds which field. */
export interface Heading {
  readonly places: ReadonlyMap<ListField, number>;
  readonly width: number;
  /** Columns that say nothing the import knows, counted from 1. Not their names: a list without a heading would show a youth's. */
  readonly unused: readonly number[];
}

/** The heading of a list, or why it cannot be one. */
export const readHeading = (cells: readonly string[]): Heading | { readonly reason: string } => {
  const columns = cells.map(findColumn);
  const twice = listColumns.find(({ field }) => columns.filter((found) => found?.field === field).length > 1);
  if (twice) return { reason: `The column ${twice.labelNb} stands twice.` };
  const missing = listColumns.filter((needed) => needed.required && !columns.includes(needed)).map(({ labelNb }) => labelNb);
  if (missing.length > 0) return { reason: `The heading lacks ${missing.join(', ')}${birthDateNote(missing)}` };
  return {
    places: new Map(columns.flatMap((found, place) => (found ? [[found.field, place] as const] : []))),
    width: cells.length,
    unused: columns.flatMap((found, place) => (found ? [] : [place + 1])),
  };
};

const birthDateNote = (missing: readonly string[]): string =>
  missing.includes('fødselsdato') ? '. The birth date is never read from the number: from 2032 it cannot be.' : '.';
