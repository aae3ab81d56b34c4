import { enrolmentReasons, isDay } from '@samspor/domain';
import type { ListColumn, ListField } from './list-columns.js';

/** What a cell says, or why it says nothing. The reason never repeats the cell. */
export type Reading = { readonly value: string } | { readonly reason: string };

const value = (text: string): Reading => ({ value: text });
const refused = (reason: string): Reading => ({ reason });

const norwegianDay = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

const readDay = (text: string): Reading => {
  const [, day = '', month = '', year = ''] = norwegianDay.exec(text) ?? [];
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? value(iso) : refused('is no day of the calendar; write YYYY-MM-DD or DD.MM.YYYY');
};

const readIdentityNumber = (text: string): Reading => {
  const digits = text.replace(/^(\d{6})[ -](\d{5})$/, '$1$2');
  return /^\d{11}$/.test(digits) ? value(digits) : refused('is not eleven digits; a spreadsheet may have dropped a leading 0');
};

/** Spreadsheets run a cell that starts with one of these, in this list or in the next one that somebody exports from it. */
const startsFormula = /^[=+\-@\t\r]/;

const readText = (text: string): Reading =>
  startsFormula.test(text)
    ? refused('starts with =, +, - or @, which a spreadsheet would run as a formula; write it without')
    : value(text);

const readReason = (text: string): Reading => {
  const said = text.toLowerCase();
  const found = enrolmentReasons.find(({ code, labelNb, labelEn }) => [code, labelNb.toLowerCase(), labelEn.toLowerCase()].includes(said));
  return found ? value(found.code) : refused(`is no enrolment reason; write one of ${enrolmentReasons.map(({ code }) => code).join(', ')}`);
};

const readStatus = (text: string): Reading =>
  /^[A-Z]{4}(_IM)?$/i.test(text)
    ? value(text.toLowerCase() === 'feil' ? 'Feil' : text.toUpperCase())
    : refused('is no status code of Udir');

const readers: Readonly<Record<ListField, (text: string) => Reading>> = {
  identityNumber: readIdentityNumber,
  name: readText,
  birthDate: readDay,
  municipality: readText,
  reason: readReason,
  enrolledOn: readDay,
  status: readStatus,
  statusOn: readDay,
  adviser: readText,
};

const control = /[\p{Cc}\p{Cs}]/u;

/** The field of a row that the column stands for. */
export const readCell = ({ field, required, maxLength }: ListColumn, text: string): Reading => {
  if (text === '') return required ? refused('is missing') : value('');
  if (text.includes('\0')) return refused('holds a NUL; the file is damaged, or written in UTF-16');
  if (control.test(text)) return refused('holds a line break or another control character');
  if (text.length > maxLength) return refused(`is longer than ${maxLength} characters`);
  return readers[field](text);
};
