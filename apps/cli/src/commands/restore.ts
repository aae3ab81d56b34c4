import { type Restored, restore } from '@samspor/casework';
import type { Command } from 'commander';
import { type DataOption, dataOption } from '../opened-hub.js';
import { note, print } from '../output.js';
import { Refusal } from '../refusal.js';
import { readHead } from '../saved-head.js';

interface RestoreOptions extends DataOption {
  readonly wrappingKey?: string;
  readonly against?: string;
  readonly replace?: boolean;
}

const restoreBackup = async (from: string, { data, wrappingKey, against, replace = false }: RestoreOptions): Promise<void> => {
  refuseScattered();
  const restored = await restore({
    from,
    directory: data,
    replace,
    now: new Date(),
    ...(wrappingKey !== undefined && { wrappingKey }),
    ...(against !== undefined && { against: readHead(against) }),
  });
  tell(restored, data);
};

const refuseScattered = (): void => {
  if (process.env['EVENTS_URL'] ?? process.env['VIEWS_URL'])
    throw new Refusal(
      'A backup is restored into one folder. Unset EVENTS_URL and VIEWS_URL, restore, and then move the files to where they point.',
    );
};

const tell = ({ manifest, replaced, hasKey }: Restored, data: string): void => {
  print(`${data} holds the ${manifest.counts.events} events of ${manifest.madeAt}, verified. The next start folds the views.`);
  if (replaced !== undefined) note(`What was there lies in ${replaced}. Remove it when nobody needs it any more.`);
  if (!hasKey)
    note(`Put the wrapping key into ${data}/wrapping.key (chmod 600) before you start the hub, or restore with --wrapping-key FILE.`);
};

/** `samspor restore` */
export const addRestore = (program: Command): void => {
  program
    .command('restore')
    .description('Verify a backup, and put it in place only when it is whole. Needs the hub stopped.')
    .argument('<file>', 'the backup')
    .option('--wrapping-key <file>', 'the key that its keys are wrapped by; default: the one in the folder of the hub')
    .option('--against <file>', 'a head that was saved no later than the backup was made: the backup must hold all of it')
    .option('--replace', 'put what is in the folder of the hub beside')
    .option(...dataOption)
    .addHelpText('after', '\nExample:\n  samspor restore /mnt/backup/2026-11-22.tar --wrapping-key /mnt/keys/wrapping.key --data ./data')
    .action(restoreBackup);
};
