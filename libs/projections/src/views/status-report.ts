import { type CloseReason, type Day, type EnrolmentReason, counties, countyOf } from '@samspor/domain';
import { type RecordedEvent, type View, byYouth } from '../view.js';
import { dailyEvents } from './daily-events.js';

/** A fact with the instant that the hub was told of it. */
interface Told {
  readonly recordedAt: string;
}

/** A time in OT's target group. */
export interface ReportedMembership extends Told {
  readonly reason: EnrolmentReason;
  readonly openedOn: Day;
  readonly until: Day;
  /** Each closing that was told, in order: a later one sets an earlier right. */
  readonly closings: readonly (Told & { readonly on: Day; readonly reason: CloseReason })[];
}

/** What a status report counts a youth by: what held when, and when that was told. */
export interface StatusReportDocument {
  readonly youthId: string;
  readonly birthDate: Day;
  readonly residences: readonly (Told & { readonly municipality: string; readonly from: Day })[];
  readonly memberships: readonly ReportedMembership[];
  /** In the order they were told. */
  readonly statuses: readonly (Told & { readonly code: string; readonly from: Day; readonly position: string })[];
}

const told = ({ metadata }: RecordedEvent): Told => ({ recordedAt: metadata.recordedAt });

const opened = (event: RecordedEvent, youthId: string): StatusReportDocument => {
  if (event.type !== 'YouthStreamOpened') throw new TypeError('the stream of a youth starts when it is opened');
  return { youthId, birthDate: event.data.birthDate, residences: [], memberships: [], statuses: [] };
};

const isOpenOn = ({ openedOn, closings }: ReportedMembership, day: Day): boolean => {
  const closedOn = closings.at(-1)?.on;
  return openedOn <= day && (closedOn === undefined || day < closedOn);
};

const closed = (
  memberships: readonly ReportedMembership[],
  closing: ReportedMembership['closings'][number],
): readonly ReportedMembership[] => {
  const current = memberships.findLast((membership) => isOpenOn(membership, closing.on));
  return memberships.map((membership) =>
    membership === current ? { ...membership, closings: [...membership.closings, closing] } : membership,
  );
};

const reduceReport = (doc: StatusReportDocument, event: RecordedEvent): StatusReportDocument => {
  switch (event.type) {
    case 'YouthStreamOpened':
      return { ...doc, residences: [{ municipality: event.data.municipality, from: event.data.on, ...told(event) }] };
    case 'ResidenceChanged':
      return { ...doc, residences: [...doc.residences, { municipality: event.data.municipality, from: event.data.from, ...told(event) }] };
    case 'TargetGroupMembershipOpened': {
      const { reason, on, until } = event.data;
      return { ...doc, memberships: [...doc.memberships, { reason, openedOn: on, until, ...told(event), closings: [] }] };
    }
    case 'TargetGroupMembershipClosed':
      return { ...doc, memberships: closed(doc.memberships, { on: event.data.on, reason: event.data.reason, ...told(event) }) };
    case 'OtStatusChanged':
      return {
        ...doc,
        statuses: [...doc.statuses, { code: event.data.code, from: event.data.from, ...told(event), position: String(event.position) }],
      };
    default:
      return doc;
  }
};

const countiesByMunicipality = new Map<string, readonly string[]>();

/** The county of a municipality's number, and what it became: youths who stay where they live change county when its number changes. */
const countiesEverOf = (municipality: string): readonly string[] => {
  const known = countiesByMunicipality.get(municipality);
  if (known) return known;
  const days = [...new Set(counties.map(({ from }) => from))].toSorted();
  const later = days.flatMap((day) => countyOf(municipality, day) ?? []);
  const found = [...new Set([municipality.slice(0, 2), ...later])];
  countiesByMunicipality.set(municipality, found);
  return found;
};

/** Youths by id; found by every county that they have lived in. */
export const statusReportView: View<StatusReportDocument> = {
  name: 'status-report',
  version: 1,
  passesOver: dailyEvents,
  keys: byYouth,
  reduce: (doc, event, youthId) => reduceReport(doc ?? opened(event, youthId), event),
  indexes: ({ residences }) => ({
    county: [...new Set(residences.flatMap(({ municipality }) => countiesEverOf(municipality)))].toSorted(),
  }),
};
