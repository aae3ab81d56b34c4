import { resolve } from 'node:path';
import type { Command } from 'commander';
import { loadDemo } from '../demo/load-demo.js';
import { type DataOption, dataOption, writing } from '../opened-hub.js';
import { print } from '../output.js';
import { demoPeopleFile, readPeople } from '../people.js';
import { Progress } from '../progress.js';
import { Refusal } from '../refusal.js';

const demo = async (options: DataOption): Promise<void> => {
  const progress = new Progress();
  const started = performance.now();
  await writing(options, async (hub) => {
    if ((await hub.events.head()) !== undefined)
      throw new Refusal(`${resolve(options.data)} holds events already. Name an empty folder with --data, or remove this one.`);
    const loaded = await loadDemo(hub, readPeople(demoPeopleFile), progress).finally(() => progress.end());
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    print(
      `Loaded ${loaded.historicalYouths} youths of Nord-Trøndelag 2015 and ${loaded.youthsOfToday} of Trøndelag today in ${seconds} s.\n` +
        `Try: samspor report status --county 17 --as-of 2015-06-15 --data ${options.data}`,
    );
  });
};

/** `samspor demo` */
export const addDemo = (program: Command): void => {
  program
    .command('demo')
    .description('Load two synthetic counties into an empty folder: Nord-Trøndelag 2015 and Trøndelag today.')
    .option(...dataOption)
    .addHelpText('after', '\nExample:\n  samspor demo --data ./data')
    .action(demo);
};
