import type { Dated } from './dated.js';

/** A county (fylke) under one number. */
export interface County extends Dated {
  /** Two digits. */
  readonly number: string;
  readonly name: string;
  /** The numbers that took over; more than one when the county was divided. */
  readonly successors: readonly string[];
}

type Row = readonly [number: string, name: string, ...successors: string[]];

const rows = (from: string, to: string | undefined, source: string, table: readonly Row[]): readonly County[] =>
  table.map(([number, name, ...successors]) => ({ number, name, successors, from, ...(to && { to }), source }));

const START = '2000-01-01';
const SOURCE = 'domain § 7 (public code tables agree)';
const SOURCE_2020 = 'domain § 7; ks.no "Noen fakta om Norges fylker fra 2020"';
const SOURCE_OLD = 'domain § 7; names and numbers before 2018 from general knowledge';

/** The counties of Norway by date: 19 to 2017, 18 in 2018–2019, 11 in 2020–2023, 15 from 2024. */
export const counties: readonly County[] = [
  ...rows(START, undefined, SOURCE, [
    ['03', 'Oslo'],
    ['11', 'Rogaland'],
    ['15', 'Møre og Romsdal'],
    ['18', 'Nordland'],
  ]),
  ...rows(START, '2017-12-31', SOURCE_OLD, [
    ['16', 'Sør-Trøndelag', '50'],
    ['17', 'Nord-Trøndelag', '50'],
  ]),
  ...rows(START, '2019-12-31', SOURCE_OLD, [
    ['01', 'Østfold', '30'],
    ['02', 'Akershus', '30'],
    ['04', 'Hedmark', '34'],
    ['05', 'Oppland', '34'],
    ['06', 'Buskerud', '30'],
    ['07', 'Vestfold', '38'],
    ['08', 'Telemark', '38'],
    ['09', 'Aust-Agder', '42'],
    ['10', 'Vest-Agder', '42'],
    ['12', 'Hordaland', '46'],
    ['14', 'Sogn og Fjordane', '46'],
    ['19', 'Troms', '54'],
    ['20', 'Finnmark', '54'],
  ]),
  ...rows('2018-01-01', undefined, SOURCE, [['50', 'Trøndelag']]),
  ...rows('2020-01-01', '2023-12-31', SOURCE_2020, [
    ['30', 'Viken', '31', '32', '33'],
    ['38', 'Vestfold og Telemark', '39', '40'],
    ['54', 'Troms og Finnmark', '55', '56'],
  ]),
  ...rows('2020-01-01', undefined, SOURCE_2020, [
    ['34', 'Innlandet'],
    ['42', 'Agder'],
    ['46', 'Vestland'],
  ]),
  ...rows('2024-01-01', undefined, SOURCE, [
    ['31', 'Østfold'],
    ['32', 'Akershus'],
    ['33', 'Buskerud'],
    ['39', 'Vestfold'],
    ['40', 'Telemark'],
    ['55', 'Troms'],
    ['56', 'Finnmark'],
  ]),
];
