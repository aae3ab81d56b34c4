import { readFileSync } from 'node:fs';
import { type ImportOutcome, type ImportProgress, importList } from '@samspor/casework';
import type { Actor } from '@samspor/domain';
import type { Command } from 'commander';
import { type DataOption, dataOption, writing } from '../opened-hub.js';
import { note, print } from '../output.js';
import { demoPeopleFile, readPeople } from '../people.js';
import { Progress } from '../progress.js';
import { Misuse, Refusal, exitCodes } from '../refusal.js';

interface ImportOptions extends DataOption {
  readonly as?: string;
  readonly people: string;
  readonly dryRun?: boolean;
  readonly skipBad?: boolean;
}

const importFile = async (file: string, options: ImportOptions): Promise<void> => {
  const bytes = readList(file);
  const people = readPeople(options.people);
  const list = { bytes, actor: adviserFor(options, people), advisers: people, ...chosen(options), ...withProgress() };
  const outcome = await writing(options, async (hub) => {
    const imported = await importList(hub, list).finally(() => list.end());
    const head = await hub.events.head();
    if (imported.written && head !== undefined) await hub.seen(head, 60_000);
    return imported;
  });
  tell(outcome, options);
  if (outcome.bad.length > 0) process.exitCode = exitCodes.refused;
};

const readList = (file: string): Uint8Array => {
  try {
    return readFileSync(file);
  } catch {
    throw new Refusal(`${file} cannot be read. Check the name and your rights to it.`);
  }
};

const chosen = ({ dryRun = false, skipBad = false }: ImportOptions) => ({ dryRun, skipBad });

const adviserFor = ({ as, people: file }: ImportOptions, people: readonly Actor[]): Actor => {
  const advisers = people.filter(({ agency, role }) => agency === 'OT' && role === 'adviser');
  const [only] = advisers;
  const found = as === undefined && advisers.length === 1 ? only : advisers.find(({ id }) => id === as);
  if (found) return found;
  const ids = advisers.map(({ id }) => id).join(', ');
  throw new Misuse(`Say with --as who of OT imports the list: ${ids || `nobody in ${file}`}.`);
};

const withProgress = () => {
  const progress = new Progress();
  let phase: ImportProgress['phase'] | undefined;
  const onProgress = ({ phase: now, done, of }: ImportProgress): void => {
    if (now !== phase) progress.begin(now === 'checking' ? 'Checking' : 'Importing', of);
    phase = now;
    progress.step(done);
  };
  return { onProgress, end: () => progress.end() };
};

const tell = (outcome: ImportOutcome, { dryRun }: ImportOptions): void => {
  const { bad, badRows, rows, imported, unchanged, written, unusedColumns, encoding } = outcome;
  if (encoding === 'windows-1252') note('The file is not UTF-8; it was read as Windows-1252.');
  if (unusedColumns.length > 0) note(`Columns that the import does not use: ${unusedColumns.join(', ')}.`);
  for (const { line, field, reason } of bad) print(`line ${line}: ${field}: ${reason}`);
  const counts = `Of ${rows} rows ${imported} ${written ? 'imported' : 'can be imported'}, ${unchanged} imported before, ${badRows} bad`;
  print(`${counts}.${hint(outcome, dryRun === true)}`);
};

const hint = ({ written, badRows }: ImportOutcome, dryRun: boolean): string => {
  if (dryRun) return ' Dry run: nothing was written.';
  return written || badRows === 0 ? '' : ' Nothing was written: correct the bad rows, or import the others with --skip-bad.';
};

/** `samspor import` */
export const addImport = (program: Command): void => {
  program
    .command('import')
    .description(
      'Import an OT list (CSV, one row for each youth). All rows are checked before the first is written; a second import changes nothing.',
    )
    .argument('<file>', 'columns: fødselsnummer, navn, fødselsdato, kommune, årsak, tilmeldt, status, statusdato, rådgiver')
    .option('--as <person>', 'id of the OT adviser who imports, and holds the rows without an adviser')
    .option('--people <file>', 'JSON file of the people that rows may name as advisers', demoPeopleFile)
    .option('--dry-run', 'only check')
    .option('--skip-bad', 'import the good rows although others are bad')
    .option(...dataOption)
    .addHelpText('after', '\nExample:\n  samspor import ot-liste.csv --as ot-kari --dry-run --data ./data')
    .action(importFile);
};
