import type { Actor } from '@samspor/domain';
import type { Hub } from '../hub.js';
import { concurrently } from './concurrently.js';
import { type Heading, readHeading } from './list-columns.js';
import { type BadField, type ListRow, readRow } from './list-row.js';
import { type ListEncoding, ListRefused, type ListSeparator, type RawRow, decodeList, rowsOf, separatorOf } from './list-text.js';
import { type Plan, badFieldOf, planRow } from './planning.js';
import { commandsOf } from './row-commands.js';

/** An OT list, who imports it, and how. */
export interface ListImport {
  readonly bytes: Uint8Array;
  /** An OT adviser of the county; also the adviser of rows that name none. */
  readonly actor: Actor;
  /** Advisers that rows may name, by id or by name. */
  readonly advisers: readonly Actor[];
  /** Only checks. */
  readonly dryRun?: boolean;
  /** Imports the good rows although others are bad. */
  readonly skipBad?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** How far an import has come. */
export interface ImportProgress {
  readonly phase: 'checking' | 'importing';
  readonly done: number;
  readonly of: number;
}

/** What became of a list. */
export interface ImportOutcome {
  readonly rows: number;
  /** In the order of the file. */
  readonly bad: readonly BadField[];
  readonly badRows: number;
  /** Youths who are new, or whose stream has grown; in a dry run those who would be. */
  readonly imported: number;
  /** Youths of whom all was known from an earlier import. */
  readonly unchanged: number;
  /** False after a dry run, and when bad rows stopped it. */
  readonly written: boolean;
  readonly encoding: ListEncoding;
  readonly separator: ListSeparator;
  readonly unusedColumns: readonly number[];
}

/** As many rows at once as share a commit well. */
const AT_ONCE = 64;

/**
 * Imports an OT list: one row for each youth. All rows are checked against the rules before the first is written; a row that was
 * imported before changes nothing. Throws ListRefused for what is no list.
 */
export const importList = async (hub: Hub, list: ListImport): Promise<ImportOutcome> => {
  const { rows, heading, ...read } = readList(list.bytes);
  const readings = withoutDoubles(rows.map((raw) => readRow(raw, heading, list.actor.county)));
  const results = await planned(hub, list, readings);
  const plans = results.filter((result): result is Plan => 'planned' in result);
  const bad = results.flatMap((result) => ('planned' in result ? [] : result.bad));
  const mayWrite = !list.dryRun && (bad.length === 0 || list.skipBad === true);
  const late = mayWrite
    ? await told(
        hub,
        list,
        plans.filter(({ isKnown }) => !isKnown),
      )
    : [];
  const allBad = [...bad, ...late].toSorted((a, b) => a.line - b.line);
  const badRows = new Set(allBad.map(({ line }) => line)).size;
  const unchanged = plans.filter(({ isKnown }) => isKnown).length;
  return {
    rows: rows.length,
    bad: allBad,
    badRows,
    imported: rows.length - badRows - unchanged,
    unchanged,
    written: mayWrite,
    unusedColumns: heading.unused,
    ...read,
  };
};

interface ReadList {
  readonly rows: readonly RawRow[];
  readonly heading: Heading;
  readonly encoding: ListEncoding;
  readonly separator: ListSeparator;
}

const readList = (bytes: Uint8Array): ReadList => {
  const { text, encoding } = decodeList(bytes);
  const separator = separatorOf(text);
  const [first, ...rows] = rowsOf(text, separator);
  if (first === undefined) throw new ListRefused('The file is empty.');
  const heading = readHeading(first.cells);
  if ('reason' in heading) throw new ListRefused(`Line ${first.line} is not the heading of an OT list. ${heading.reason}`);
  return { rows, heading, encoding, separator };
};

type Bad = { readonly bad: readonly BadField[] };

const isBad = (reading: ListRow | readonly BadField[]): reading is readonly BadField[] => Array.isArray(reading);

/** A youth stands in the list once; of two rows the first counts. */
const withoutDoubles = (readings: readonly (ListRow | readonly BadField[])[]): readonly (ListRow | Bad)[] => {
  const firstLines = new Map<string, number>();
  return readings.map((reading) => {
    if (isBad(reading)) return { bad: reading };
    const first = firstLines.get(reading.identityNumber);
    if (first === undefined) firstLines.set(reading.identityNumber, reading.line);
    return first === undefined
      ? reading
      : { bad: [{ line: reading.line, field: 'fødselsnummer', reason: `stands in line ${first} already` }] };
  });
};

const planned = async (hub: Hub, list: ListImport, readings: readonly (ListRow | Bad)[]): Promise<readonly (Plan | Bad)[]> => {
  const results: (Plan | Bad)[] = [];
  let done = 0;
  await concurrently([...readings.entries()], AT_ONCE, async ([index, reading]) => {
    results[index] = 'bad' in reading ? reading : await plannedOrBad(hub, list, reading);
    list.onProgress?.({ phase: 'checking', done: ++done, of: readings.length });
  });
  return results;
};

const plannedOrBad = async (hub: Hub, { actor, advisers }: ListImport, row: ListRow): Promise<Plan | Bad> => {
  const adviser = findAdviser(row.adviser, actor, advisers);
  if (adviser === undefined)
    return { bad: [{ line: row.line, field: 'rådgiver', reason: 'is nobody of OT whom this hub knows, by id or by name' }] };
  const result = await planRow(hub, actor, commandsOf(row, adviser));
  return 'planned' in result ? result : { bad: [result] };
};

const findAdviser = (said: string | undefined, actor: Actor, advisers: readonly Actor[]): Actor | undefined =>
  said === undefined
    ? actor
    : [actor, ...advisers].find(
        ({ agency, id, name }) => agency === 'OT' && [id, name.toLowerCase()].includes(id === said ? said : said.toLowerCase()),
      );

/** Tells the rows; what a rule refuses now, since something else was recorded meanwhile, is a bad row as well. */
const told = async (hub: Hub, list: ListImport, plans: readonly Plan[]): Promise<readonly BadField[]> => {
  const bad: BadField[] = [];
  let done = 0;
  await concurrently(plans, AT_ONCE, async (plan) => {
    const refused = await tellRow(hub, plan);
    if (refused) bad.push(refused);
    list.onProgress?.({ phase: 'importing', done: ++done, of: plans.length });
  });
  return bad;
};

const tellRow = async (hub: Hub, { row, youthId: known, planned: commands }: Plan): Promise<BadField | undefined> => {
  let youthId = known;
  for (const { command, telling } of commands) {
    try {
      if (command.type === 'RegisterYouth') ({ youthId } = await hub.youths.register(command, telling));
      else if (youthId !== undefined) await hub.youths.tell(youthId, command, telling);
    } catch (error) {
      return badFieldOf(row.line, command, error);
    }
  }
  return undefined;
};
