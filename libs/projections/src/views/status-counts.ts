import { type Day, type StatusGroup, type StatusGroupCode, countyOf, sameCounty, statusCodesOn } from '@samspor/domain';
import type { ReportedMembership, StatusReportDocument } from './status-report.js';

/** Whom to count. */
export interface StatusReportQuery {
  readonly county: string;
  readonly asOf: Day;
  /** Leaves out what the hub was told after this instant (ISO 8601): the report as it would have been then. */
  readonly recordedBy?: string;
}

interface Counted {
  readonly labelNb: string;
  readonly labelEn: string;
  readonly count: number;
}

/** Youths in OT's target group by status, in the groups and the order that Udir asked for at the time. */
export interface StatusReport extends StatusReportQuery {
  /** The code set in force, e.g. `ot-2015-01-09`. */
  readonly codeSet: string;
  readonly total: number;
  readonly groups: readonly (Counted & {
    readonly group: StatusGroupCode;
    readonly items: readonly (Counted & { readonly code: string })[];
  })[];
}

/** A report whose figures do not add up is none (R60). */
export class ReportNotBalanced extends Error {
  override readonly name = 'ReportNotBalanced';
}

const WITHOUT_STATUS = 'OTUK';

type IsTold = (fact: { readonly recordedAt: string }) => boolean;

const isMemberOn = ({ openedOn, until, closings }: ReportedMembership, day: Day, isTold: IsTold): boolean => {
  const closedOn = closings.findLast(isTold)?.on;
  return openedOn <= day && day <= until && (closedOn === undefined || day < closedOn);
};

/** The last that holds on the day; of two from the same day the one that was told later. */
const heldOn = <Fact extends { readonly from: Day; readonly recordedAt: string }>(facts: readonly Fact[], day: Day, isTold: IsTold) =>
  facts
    .filter((fact) => fact.from <= day && isTold(fact))
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .at(-1);

const statusIn = (youth: StatusReportDocument, { county, asOf }: StatusReportQuery, isTold: IsTold): string | undefined => {
  const municipality = (heldOn(youth.residences, asOf, isTold) ?? youth.residences.find(isTold))?.municipality;
  if (municipality === undefined || !sameCounty(countyOf(municipality, asOf) ?? municipality.slice(0, 2), county, asOf)) return undefined;
  const isMember = youth.memberships.some((membership) => isTold(membership) && isMemberOn(membership, asOf, isTold));
  return isMember ? (heldOn(youth.statuses, asOf, isTold)?.code ?? WITHOUT_STATUS) : undefined;
};

const refuseDoubles = (youths: readonly StatusReportDocument[]): void => {
  if (new Set(youths.map(({ youthId }) => youthId)).size !== youths.length) throw new ReportNotBalanced('a youth is counted twice');
};

const groupOf = ({ code, labelNb, labelEn, codes }: StatusGroup, counts: ReadonlyMap<string, number>): StatusReport['groups'][number] => {
  const items = codes.map((status) => ({
    code: status.code,
    labelNb: status.labelNb,
    labelEn: status.labelEn,
    count: counts.get(status.code) ?? 0,
  }));
  return { group: code, labelNb, labelEn, count: items.reduce((sum, { count }) => sum + count, 0), items };
};

/** Counts youths by the status they had on a day, as far as it had been told by then. Throws ReportNotBalanced. */
export const statusReport = (youths: readonly StatusReportDocument[], query: StatusReportQuery): StatusReport => {
  const { asOf, recordedBy } = query;
  const codeSet = statusCodesOn(asOf);
  if (!codeSet) throw new RangeError(`there are no status codes for ${asOf}`);
  refuseDoubles(youths);
  const limit = recordedBy === undefined ? undefined : new Date(recordedBy).toISOString();
  const isTold: IsTold = ({ recordedAt }) => limit === undefined || recordedAt <= limit;
  const statuses = youths.flatMap((youth) => statusIn(youth, query, isTold) ?? []);
  const counts = new Map<string, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  const groups = codeSet.groups.map((group) => groupOf(group, counts));
  const inGroups = groups.reduce((sum, { count }) => sum + count, 0);
  if (inGroups !== statuses.length)
    throw new ReportNotBalanced(`${statuses.length - inGroups} youths have a status that was not in use on ${asOf}`);
  return { ...query, codeSet: codeSet.version, total: statuses.length, groups };
};
