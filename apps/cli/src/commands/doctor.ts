import { type Finding, examine, settingsFrom } from '@samspor/casework';
import type { Command } from 'commander';
import { type DataOption, dataOption, requireData } from '../opened-hub.js';
import { print } from '../output.js';
import { exitCodes } from '../refusal.js';

const width = 14;

const lineOf = ({ severity, about, says, remedy }: Finding): string =>
  `${severity.padEnd(5)} ${about.padEnd(width)} ${says}${remedy === undefined ? '' : `\n${' '.repeat(width + 7)}→ ${remedy}`}`;

const doctor = async ({ data }: DataOption): Promise<void> => {
  requireData(data);
  const findings = await examine(settingsFrom(process.env, data, true), new Date());
  print(findings.map(lineOf).join('\n'));
  if (findings.some(({ severity }) => severity === 'bad')) process.exitCode = exitCodes.refused;
};

/** `samspor doctor` */
export const addDoctor = (program: Command): void => {
  program
    .command('doctor')
    .description('Look at disk, durability, clock, keys, versions, views and backups; changes nothing; also beside a running hub.')
    .option(...dataOption)
    .addHelpText('after', '\nEnds with 1 when a line says bad.\n\nExample:\n  samspor doctor --data ./data')
    .action(doctor);
};
