import { upcastEvent } from '@samspor/casework';
import { type AnyView, rebuild, views } from '@samspor/projections';
import type { Command } from 'commander';
import { type DataOption, dataOption, reading } from '../opened-hub.js';
import { print } from '../output.js';
import { Progress } from '../progress.js';
import { Misuse } from '../refusal.js';

const names = views.map(({ name }) => name);

const viewNamed = (name: string): AnyView => {
  const view = views.find((known) => known.name === name);
  if (!view) throw new Misuse(`There is no view ${name}. Views: ${names.join(', ')}.`);
  return view;
};

const rebuildView = async (name: string, options: DataOption): Promise<void> => {
  const view = viewNamed(name);
  const progress = new Progress();
  await reading(options, async ({ events, views: store }) => {
    progress.begin(`Rebuilding ${name}`, Number((await events.head()) ?? 0));
    const onProgress = ({ position }: { readonly position: bigint }): void => progress.step(Number(position));
    await rebuild({ events, views: store, view, onProgress, upcast: upcastEvent }).finally(() => progress.end());
  });
  print(`The view ${name} is rebuilt.`);
};

/** `samspor rebuild` */
export const addRebuild = (program: Command): void => {
  program
    .command('rebuild')
    .description('Fold a view anew from all events, beside the running one, and swap; also beside a running hub.')
    .argument('<view>', names.join(', '))
    .option(...dataOption)
    .addHelpText('after', '\nExample:\n  samspor rebuild status-report --data ./data')
    .action(rebuildView);
};
