import {
  type StatusReport,
  type StatusReportDocument,
  type StatusReportQuery,
  type ViewStore,
  statusReport,
  statusReportView,
} from '@samspor/projections';

const PAGE = 1_000;

/** The status report of a county on a day, counted from the view as it stands. Throws RangeError for days before Udir's first codes. */
export const readStatusReport = async (views: ViewStore, query: StatusReportQuery): Promise<StatusReport> => {
  const youths: StatusReportDocument[] = [];
  let afterKey: string | undefined;
  do {
    const finding = { field: 'county', value: query.county, limit: PAGE, ...(afterKey !== undefined && { afterKey }) };
    const page = await views.find(statusReportView, finding);
    youths.push(...page.documents.map(({ doc }) => doc));
    afterKey = page.next;
  } while (afterKey !== undefined);
  return statusReport(youths, query);
};
