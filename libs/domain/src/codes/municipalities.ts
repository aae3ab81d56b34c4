import type { Dated } from './dated.js';

/** A municipality under one number. */
export interface Municipality extends Dated {
  /** Four digits, the first two its county. */
  readonly number: string;
  /** Absent for municipalities outside Trøndelag, which are known by their county only. */
  readonly name?: string;
  /** The numbers that took over when this one ended; more than one when the municipality was divided. */
  readonly successors: readonly string[];
}

type Row = readonly [number: string, name: string, ...successors: string[]];

const SOURCE = 'SSB municipality numbers; trondelagfylke.no "Nye kommuner i 2020"; numbers from general knowledge';

const rows = (from: string, to: string | undefined, table: readonly Row[]): readonly Municipality[] =>
  table.map(([number, name, ...successors]) => ({ number, name, successors, from, ...(to && { to }), source: SOURCE }));

/** The first day of this table; older history is not needed. */
const START = '2000-01-01';

const inderoyBefore2012 = rows(START, '2011-12-31', [
  ['1723', 'Mosvik', '1756'],
  ['1729', 'Inderøy', '1756'],
]);

const nordTrondelag = rows(START, '2017-12-31', [
  ['1702', 'Steinkjer', '5004'],
  ['1703', 'Namsos', '5005'],
  ['1711', 'Meråker', '5034'],
  ['1714', 'Stjørdal', '5035'],
  ['1717', 'Frosta', '5036'],
  ['1718', 'Leksvik', '5054'],
  ['1719', 'Levanger', '5037'],
  ['1721', 'Verdal', '5038'],
  ['1724', 'Verran', '5039'],
  ['1725', 'Namdalseid', '5040'],
  ['1736', 'Snåsa', '5041'],
  ['1738', 'Lierne', '5042'],
  ['1739', 'Røyrvik', '5043'],
  ['1740', 'Namsskogan', '5044'],
  ['1742', 'Grong', '5045'],
  ['1743', 'Høylandet', '5046'],
  ['1744', 'Overhalla', '5047'],
  ['1748', 'Fosnes', '5048'],
  ['1749', 'Flatanger', '5049'],
  ['1750', 'Vikna', '5050'],
  ['1751', 'Nærøy', '5051'],
  ['1755', 'Leka', '5052'],
]);

const inderoyFrom2012 = rows('2012-01-01', '2017-12-31', [['1756', 'Inderøy', '5053']]);

/** Came to Trøndelag from Møre og Romsdal. */
const fromMoreOgRomsdal = [
  ...rows(START, '2018-12-31', [['1567', 'Rindal', '5061']]),
  ...rows(START, '2019-12-31', [['1571', 'Halsa', '5055']]),
];

const trondelagUntil2019 = rows('2018-01-01', '2019-12-31', [
  ['5004', 'Steinkjer', '5006'],
  ['5005', 'Namsos', '5007'],
  ['5011', 'Hemne', '5055'],
  ['5012', 'Snillfjord', '5055', '5056', '5059'],
  ['5013', 'Hitra', '5056'],
  ['5015', 'Ørland', '5057'],
  ['5016', 'Agdenes', '5059'],
  ['5017', 'Bjugn', '5057'],
  ['5018', 'Åfjord', '5058'],
  ['5019', 'Roan', '5058'],
  ['5023', 'Meldal', '5059'],
  ['5024', 'Orkdal', '5059'],
  ['5030', 'Klæbu', '5001'],
  ['5039', 'Verran', '5006'],
  ['5040', 'Namdalseid', '5007'],
  ['5048', 'Fosnes', '5007'],
  ['5050', 'Vikna', '5060'],
  ['5051', 'Nærøy', '5060'],
]);

const trondelagFrom2018 = rows('2018-01-01', undefined, [
  ['5001', 'Trondheim'],
  ['5014', 'Frøya'],
  ['5020', 'Osen'],
  ['5021', 'Oppdal'],
  ['5022', 'Rennebu'],
  ['5025', 'Røros'],
  ['5026', 'Holtålen'],
  ['5027', 'Midtre Gauldal'],
  ['5028', 'Melhus'],
  ['5029', 'Skaun'],
  ['5031', 'Malvik'],
  ['5032', 'Selbu'],
  ['5033', 'Tydal'],
  ['5034', 'Meråker'],
  ['5035', 'Stjørdal'],
  ['5036', 'Frosta'],
  ['5037', 'Levanger'],
  ['5038', 'Verdal'],
  ['5041', 'Snåsa'],
  ['5042', 'Lierne'],
  ['5043', 'Røyrvik'],
  ['5044', 'Namsskogan'],
  ['5045', 'Grong'],
  ['5046', 'Høylandet'],
  ['5047', 'Overhalla'],
  ['5049', 'Flatanger'],
  ['5052', 'Leka'],
  ['5053', 'Inderøy'],
  ['5054', 'Indre Fosen'],
]);

const rindal = rows('2019-01-01', undefined, [['5061', 'Rindal']]);

const trondelagFrom2020 = rows('2020-01-01', undefined, [
  ['5006', 'Steinkjer'],
  ['5007', 'Namsos'],
  ['5055', 'Heim'],
  ['5056', 'Hitra'],
  ['5057', 'Ørland'],
  ['5058', 'Åfjord'],
  ['5059', 'Orkland'],
  ['5060', 'Nærøysund'],
]);

/** The municipalities of Nord-Trøndelag (17) and Trøndelag (50), and the two that came from Møre og Romsdal. */
export const municipalities: readonly Municipality[] = [
  ...inderoyBefore2012,
  ...nordTrondelag,
  ...inderoyFrom2012,
  ...fromMoreOgRomsdal,
  ...trondelagUntil2019,
  ...trondelagFrom2018,
  ...rindal,
  ...trondelagFrom2020,
];
