import type { StatusReport } from '@samspor/projections';
import { stringify } from 'csv-stringify/sync';
import { type StatusRow, countyNameOf, statusRows } from './status-rows.js';

const months = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
] as const;

const dayInWords = (day: string): string => `${Number(day.slice(8))}. ${months[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;

const labelOf = ({ kind, categoryNo, categoryNb, itemNb }: StatusRow): string => {
  if (kind === 'category') return `${categoryNo}. ${categoryNb}`;
  return kind === 'item' ? `     ${itemNb}` : (itemNb ?? '');
};

/** As a table for people, with Norwegian labels and Udir's codes. */
export const statusTable = (report: StatusReport): string => {
  const rows = statusRows(report).map((row) => ({ ...row, label: labelOf(row) }));
  const width = Math.max(...rows.map(({ label }) => label.length));
  const digits = Math.max(...rows.map(({ count }) => String(count).length));
  const lines = rows.map(({ label, count, code }) => `${label.padEnd(width)}  ${String(count).padStart(digits)}  ${code ?? ''}`.trimEnd());
  return [`Status i OT, ${countyNameOf(report)} (${report.county}), per ${dayInWords(report.asOf)}`, '', ...lines, ''].join('\n');
};

/** As CSV, a line for the whole, for each category and for each item. */
export const statusCsv = (report: StatusReport): string =>
  stringify(
    statusRows(report).map(({ kind, categoryNo, categoryNb, itemNo, itemNb, count, of, code }) => ({
      as_of: report.asOf,
      county: countyNameOf(report),
      row_type: kind,
      category_no: categoryNo,
      category_nb: categoryNb,
      item_no: itemNo,
      item_nb: itemNb,
      count,
      denominator: of,
      udir_code: code,
    })),
    { header: true },
  );

/** As JSON, with every code also where nobody has it. */
export const statusJson = (report: StatusReport): string => `${JSON.stringify(report, null, 2)}\n`;
