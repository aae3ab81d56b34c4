import type { Hub } from '@samspor/casework';
import { views } from '@samspor/projections';
import type { Command } from 'commander';
import { type DataOption, dataOption, requireData, writing } from '../opened-hub.js';
import { print } from '../output.js';
import { Misuse, Refusal, exitCodes } from '../refusal.js';

const longestMs = 600_000;
const names = views.map(({ name }) => name);

const replay = async (view: string, stream: string | undefined, options: DataOption): Promise<void> => {
  if (!names.includes(view)) throw new Misuse(`There is no view ${view}. Views: ${names.join(', ')}.`);
  requireData(options.data);
  await writing(options, async (hub) => {
    const head = await hub.events.head();
    if (head !== undefined && !(await hub.seen(head, longestMs)))
      throw new Refusal('The views do not come up to the events. Look at samspor doctor.');
    await replayParked(hub, view, stream);
  });
};

const replayParked = async (hub: Hub, view: string, stream: string | undefined): Promise<void> => {
  const parked = (await hub.projector.parked(view)).filter((candidate) => stream === undefined || candidate.stream === stream);
  let folded = 0;
  for (const { stream: aside } of parked) folded += (await hub.projector.retry(view, aside)) ? 1 : 0;
  print(`The view ${view} has folded ${folded} of the ${parked.length} streams that it had set aside.`);
  if (folded < parked.length) process.exitCode = exitCodes.refused;
};

/** `samspor replay` */
export const addReplay = (program: Command): void => {
  program
    .command('replay')
    .description('Fold what a view has set aside, after its correction. Needs the hub stopped; beside a running hub, use rebuild.')
    .argument('<view>', names.join(', '))
    .argument('[stream]', 'one of the streams that samspor doctor names; default: all')
    .option(...dataOption)
    .addHelpText('after', '\nExample:\n  samspor replay trekant --data ./data')
    .action(replay);
};
