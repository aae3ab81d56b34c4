import { type Manifest, backUp, settingsFrom } from '@samspor/casework';
import type { Command } from 'commander';
import { type DataOption, dataOption, requireData } from '../opened-hub.js';
import { note, print } from '../output.js';

interface BackupOptions extends DataOption {
  readonly withWrappingKey?: string;
}

const takeBackup = async (to: string, { data, withWrappingKey }: BackupOptions): Promise<void> => {
  requireData(data);
  const settings = settingsFrom(process.env, data, true);
  const key = withWrappingKey === undefined ? {} : { wrappingKeyTo: withWrappingKey };
  tell(await backUp({ settings, to, now: new Date(), ...key }), to, withWrappingKey);
};

const tell = ({ counts, head }: Manifest, to: string, wrappingKeyTo: string | undefined): void => {
  print(
    `${to} holds ${counts.events} events of ${counts.streams} streams (head ${head.position ?? 'none'}), ` +
      `${counts.keys} wrapped keys and ${counts.readings} readings, verified.`,
  );
  note(
    wrappingKeyTo === undefined
      ? 'The wrapping key is not in it, and without that key no personal field can ever be read again. Keep a copy elsewhere: --with-wrapping-key FILE.'
      : `The wrapping key is in ${wrappingKeyTo}. Take it away from the backup: who has both reads everything.`,
  );
};

/** `samspor backup` */
export const addBackup = (program: Command): void => {
  program
    .command('backup')
    .description('Copy events, wrapped keys and read log into one file, and verify the copy; also beside a running hub.')
    .argument('<file>', 'the backup; must not be there yet, and belongs on another disk')
    .option('--with-wrapping-key <file>', 'write the wrapping key as well, somewhere else')
    .option(...dataOption)
    .addHelpText('after', '\nExample:\n  samspor backup /mnt/backup/2026-11-22.tar --data ./data')
    .action(takeBackup);
};
