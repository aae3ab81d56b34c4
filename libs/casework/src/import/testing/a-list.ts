import type { Actor } from '@samspor/domain';
import { type ListField, listColumns } from '../list-columns.js';

/** What a row says; what is left out is as in a good row. */
export type RowOf = Partial<Record<ListField, string>>;

/** An OT adviser of Trøndelag. */
export const kari: Actor = { id: 'ot-kari', name: 'Kari Demo-Moen', agency: 'OT', unit: 'ot-50-steinkjer', role: 'adviser', county: '50' };

const good: Readonly<Record<ListField, string>> = {
  identityNumber: '20850850067',
  name: 'Ada Demo-Lian',
  birthDate: '2008-05-20',
  municipality: '5006',
  reason: 'quit',
  enrolledOn: '2026-09-01',
  status: 'OTOV',
  statusOn: '2026-09-20',
  adviser: 'ot-kari',
};

const quoted = (cell: string): string => (/[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A list with these rows, as a Norwegian spreadsheet writes it. */
export const listText = (...rows: readonly RowOf[]): string =>
  [listColumns.map(({ labelNb }) => labelNb), ...rows.map((row) => listColumns.map(({ field }) => quoted(row[field] ?? good[field])))]
    .map((cells) => cells.join(';'))
    .join('\r\n');

/** The same as bytes. */
export const aList = (...rows: readonly RowOf[]): Uint8Array => Buffer.from(listText(...rows));
