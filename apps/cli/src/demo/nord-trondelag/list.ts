import { listColumns } from '@samspor/casework';
import { stringify } from 'csv-stringify/sync';
import type { HistoricalYouth } from './youths.js';

const rowOf = ({ youth, listed }: HistoricalYouth): readonly string[] => {
  const { identityNumber, name, birthDate, municipality, reason, enrolledOn, team } = youth;
  return [identityNumber, name, birthDate, municipality, reason, enrolledOn, listed?.status ?? '', listed?.on ?? '', team.ot.name];
};

/** The county's OT list of 15 November 2014, as a spreadsheet would save it. */
export const listOf2014 = (youths: readonly HistoricalYouth[]): string =>
  stringify([listColumns.map(({ labelNb }) => labelNb), ...youths.filter(({ listed }) => listed).map(rowOf)], {
    delimiter: ';',
    bom: true,
  });
