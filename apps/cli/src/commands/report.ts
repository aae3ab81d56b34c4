import { type Hub, readStatusReport, statusCsv, statusJson, statusTable } from '@samspor/casework';
import { type Day, countyOn, isDay, statusCodesOn } from '@samspor/domain';
import { type StatusReport, statusReportView } from '@samspor/projections';
import type { Command } from 'commander';
import { type DataOption, dataOption, reading } from '../opened-hub.js';
import { note, print } from '../output.js';
import { Misuse, Refusal } from '../refusal.js';

interface ReportOptions extends DataOption {
  readonly county: string;
  readonly asOf?: string;
  readonly csv?: boolean;
  readonly json?: boolean;
}

const reportStatus = async (options: ReportOptions): Promise<void> => {
  const format = formatOf(options);
  await reading(options, async (hub) => {
    const query = { county: options.county, asOf: options.asOf ?? hub.today() };
    refuseUnknown(query);
    await tellLag(hub);
    print(format(await readStatusReport(hub.views, query)));
  });
};

const formatOf = ({ csv, json }: ReportOptions): ((report: StatusReport) => string) => {
  if (csv && json) throw new Misuse('Choose one of --csv and --json.');
  if (csv) return statusCsv;
  return json ? statusJson : statusTable;
};

const refuseUnknown = ({ county, asOf }: { readonly county: string; readonly asOf: Day }): void => {
  if (!isDay(asOf)) throw new Misuse('Give --as-of as a day of the calendar, YYYY-MM-DD.');
  if (!statusCodesOn(asOf)) throw new Refusal(`Udir had no status codes on ${asOf}; give a later day.`);
  if (!countyOn(county, asOf)) throw new Misuse(`There was no county ${county} on ${asOf}. County numbers have two digits and change.`);
};

const tellLag = async ({ events, views }: Hub): Promise<void> => {
  const [head, checkpoint] = [await events.head(), await views.checkpoint(statusReportView.name)];
  if (head === undefined || (checkpoint !== undefined && checkpoint >= head)) return;
  note('The view has not seen all events yet. Start the hub, or run: samspor rebuild status-report');
};

/** `samspor report status` */
export const addReport = (program: Command): void => {
  const report = program.command('report').description('Print a report; also beside a running hub.');
  report
    .command('status')
    .description('OT statuses of a county on a day, by the Udir codes in force then.')
    .requiredOption('--county <number>', 'county number on that day, e.g. 50')
    .option('--as-of <day>', 'the day that the statuses hold for, YYYY-MM-DD; default today')
    .option('--csv', 'as CSV')
    .option('--json', 'as JSON')
    .option(...dataOption)
    .addHelpText('after', '\nExample:\n  samspor report status --county 17 --as-of 2015-06-15 --csv --data ./data')
    .action(reportStatus);
};
