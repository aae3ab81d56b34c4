import { type Day, type EnrolmentReason, enrolmentReasons, municipalitiesOf } from '@samspor/domain';
import { type Heading, type ListField, listColumns } from './list-columns.js';
import { type Reading, readCell } from './list-fields.js';
import type { RawRow } from './list-text.js';

/** A field that cannot be imported: where it stands and why, never what it says. */
export interface BadField {
  readonly line: number;
  readonly field: string;
  readonly reason: string;
}

/** One youth of an OT list. */
export interface ListRow {
  readonly line: number;
  readonly identityNumber: string;
  readonly name: string;
  readonly birthDate: Day;
  /** Four digits. */
  readonly municipality: string;
  readonly reason: EnrolmentReason;
  readonly enrolledOn: Day;
  readonly status?: { readonly code: string; readonly on: Day };
  /** Id or name of the OT adviser. */
  readonly adviser?: string;
}

type Readings = Readonly<Record<ListField, Reading>>;

const cellsOf = ({ cells }: RawRow, { places }: Heading): Readings =>
  Object.fromEntries(
    listColumns.map((column) => [column.field, readCell(column, cells[places.get(column.field) ?? -1] ?? '')]),
  ) as unknown as Readings;

const textOf = (reading: Reading): string => ('value' in reading ? reading.value : '');

/** A municipality by its number, or by its name in the county of whoever imports. */
const municipalityOf = (said: string, county: string | undefined, day: Day): Reading => {
  if (/^\d{4}$/.test(said)) return { value: said };
  const named = county === undefined ? [] : municipalitiesOf(county, day).filter(({ name }) => name?.toLowerCase() === said.toLowerCase());
  const number = named[0]?.number;
  return number === undefined
    ? { reason: 'is no number of four digits, nor the name of a municipality of the county on that day' }
    : { value: number };
};

/** What one cell cannot tell: the same fields, read together. */
const together = (readings: Readings, county: string | undefined): Readings => {
  const enrolledOn = textOf(readings.enrolledOn);
  const [status, statusOn, municipality] = [textOf(readings.status), textOf(readings.statusOn), textOf(readings.municipality)];
  return {
    ...readings,
    ...(municipality !== '' && enrolledOn !== '' && { municipality: municipalityOf(municipality, county, enrolledOn) }),
    ...(status !== '' &&
      'value' in readings.statusOn &&
      statusOn === '' && { statusOn: { reason: 'is missing: a status holds from a day' } }),
    ...(statusOn !== '' && statusOn < enrolledOn && { statusOn: { reason: 'lies before the day of enrolment' } }),
  };
};

const badFieldsOf = (line: number, readings: Readings): readonly BadField[] =>
  listColumns.flatMap(({ field, labelNb }) => {
    const reading = readings[field];
    return 'reason' in reading ? [{ line, field: labelNb, reason: reading.reason }] : [];
  });

const tooWide = ({ line }: RawRow): BadField => ({
  line,
  field: 'rad',
  reason: 'has more cells than the heading; a field that holds the separator stands in quotation marks',
});

const reasonOf = (code: string): EnrolmentReason => enrolmentReasons.find((reason) => reason.code === code)?.code ?? 'other';

/** The youth that a row tells of, or every field in it that is bad. */
export const readRow = (raw: RawRow, heading: Heading, county: string | undefined): ListRow | readonly BadField[] => {
  const readings = together(cellsOf(raw, heading), county);
  const bad = badFieldsOf(raw.line, readings);
  if (raw.cells.length > heading.width) return [tooWide(raw), ...bad];
  if (bad.length > 0) return bad;
  const said = (field: ListField): string => textOf(readings[field]);
  return {
    line: raw.line,
    identityNumber: said('identityNumber'),
    name: said('name'),
    birthDate: said('birthDate'),
    municipality: said('municipality'),
    reason: reasonOf(said('reason')),
    enrolledOn: said('enrolledOn'),
    ...(said('status') !== '' && { status: { code: said('status'), on: said('statusOn') } }),
    ...(said('adviser') !== '' && { adviser: said('adviser') }),
  };
};
