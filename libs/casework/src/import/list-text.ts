import { parse } from 'csv-parse/sync';

/** A file that is no OT list. Says what to do; names a line at most, never what stands in it. */
export class ListRefused extends Error {
  override readonly name = 'ListRefused';
}

export type ListEncoding = 'utf-8' | 'windows-1252';

/** The text of a file: UTF-8, with or without a byte order mark, else Windows-1252 as older spreadsheets write it. */
export const decodeList = (bytes: Uint8Array): { readonly text: string; readonly encoding: ListEncoding } => {
  if (isUtf16(bytes)) throw new ListRefused('The file is written in UTF-16. Save it as "CSV UTF-8" and import it again.');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
};

const isUtf16 = ([first, second]: Uint8Array): boolean => (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

const separators = [';', ',', '\t'] as const;
export type ListSeparator = (typeof separators)[number];

/** The separator that stands most often in the first line. */
export const separatorOf = (text: string): ListSeparator => {
  const [first = ''] = text.split(/\r?\n/, 1);
  const counts = separators.map((separator) => ({ separator, count: first.split(separator).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator;
};

/** A row where it stands in the file. */
export interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

const LONGEST_ROW = 10_000;

/** The rows of a text, the heading among them, empty lines left out. */
export const rowsOf = (text: string, delimiter: ListSeparator): readonly RawRow[] => {
  try {
    const options = { delimiter, info: true, skip_empty_lines: true, relax_column_count: true, max_record_size: LONGEST_ROW };
    return (parse(text, options) as unknown as readonly Parsed[]).map(({ record, info }) => ({
      line: info.lines - record.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0),
      cells: record.map((cell) => cell.trim()),
    }));
  } catch (error) {
    throw refusalOf(error);
  }
};

/** What the parser says may quote the file, so only its code and line are kept. */
const refusalOf = (error: unknown): unknown => {
  if (!(error instanceof Error && 'code' in error && 'lines' in error)) return error;
  const why = error.code === 'CSV_MAX_RECORD_SIZE' ? 'the row is too long' : 'a quotation mark is not closed or stands inside a field';
  return new ListRefused(`Line ${String(error.lines)} is not CSV: ${why}. Nothing was read.`);
};
