import { writeFileSync } from 'node:fs';
import { settingsFrom, sqliteFolder } from '@samspor/casework';
import { type Problem, type SavedHead, SqliteEventStore, type Verification, verify } from '@samspor/event-store';
import type { Command } from 'commander';
import { type DataOption, dataOption, requireData } from '../opened-hub.js';
import { print } from '../output.js';
import { Progress } from '../progress.js';
import { exitCodes } from '../refusal.js';
import { readHead } from '../saved-head.js';

interface VerifyOptions extends DataOption {
  readonly saveHead?: string;
  readonly against?: string;
}

const verifyLog = async (options: VerifyOptions): Promise<void> => {
  const against = options.against === undefined ? undefined : readHead(options.against);
  const outcome = await verified(options, against);
  if (!outcome.ok) return tellProblem(outcome.problem);
  if (options.saveHead !== undefined) writeFileSync(options.saveHead, `${JSON.stringify(outcome.head, null, 2)}\n`);
  const compared = against ? ', and holds all of the saved head' : '';
  print(`The log is whole${compared}: ${outcome.events} events in ${outcome.streams} streams, head ${outcome.head.position ?? 'none'}.`);
};

const verified = async ({ data }: DataOption, against: SavedHead | undefined): Promise<Verification> => {
  requireData(data);
  const { eventsUrl } = settingsFrom(process.env, data, true);
  const store = await SqliteEventStore.open({ directory: sqliteFolder('EVENTS_URL', eventsUrl), readOnly: true });
  const progress = new Progress();
  progress.begin('Verifying', Number((await store.head()) ?? 0));
  try {
    return await verify(store, { onProgress: (events) => progress.step(events), ...(against && { against }) });
  } finally {
    progress.end();
    await store.close();
  }
};

const tellProblem = ({ kind, position, says }: Problem): void => {
  print(`The log is not as it was written (${kind}${position === undefined ? '' : ` at position ${position}`}). ${says}`);
  process.exitCode = exitCodes.refused;
};

/** `samspor verify` */
export const addVerify = (program: Command): void => {
  program
    .command('verify')
    .description('Check that no event was altered, taken away, put in or moved. Needs no keys; also beside a running hub.')
    .option('--save-head <file>', 'keep the head, somewhere that the keeper of the log cannot reach')
    .option('--against <file>', 'compare with a head that was saved before: shows also events cut off at the end')
    .option(...dataOption)
    .addHelpText('after', '\nExample:\n  samspor verify --against head.json --save-head head.json --data ./data')
    .action(verifyLog);
};
