import { accessView } from './views/access.js';
import { actsView } from './views/acts.js';
import { agreementView } from './views/agreement.js';
import { contactDirectoryView } from './views/contact-directory.js';
import { coordinationView } from './views/coordination.js';
import { statusReportView } from './views/status-report.js';
import { trekantView } from './views/trekant.js';
import { worklistView } from './views/worklist.js';
import type { AnyView } from './view.js';

export { InMemoryViewStore } from './adapters/in-memory.view-store.js';
export { type ChangedDocuments, SqliteViewStore } from './adapters/sqlite.view-store.js';
export { History, type HistoryPage } from './history.js';
export { PoisonEvent } from './plan.js';
export { type ChangeListener, Projector, type ProjectorOptions } from './projector.js';
export { type Rebuild, type RebuildProgress, rebuild } from './rebuild.js';
export type { TrackMode } from './track.js';
export type { ViewState } from './view-state.js';
export {
  type AnyView,
  type HubEvent,
  hubEvents,
  type Indexes,
  type RecordedEvent,
  type SealedAt,
  type SealedRef,
  sealedAt,
  type View,
  youthIdOf,
  youthStreamOf,
  agreementIdOf,
} from './view.js';
export {
  type BuildCommit,
  type Change,
  type Commit,
  type Finding,
  type Found,
  type Generation,
  type Held,
  type Page,
  type Parked,
  type ParkingCode,
  type Range,
  Superseded,
  ViewStore,
  ViewStoreUnavailable,
} from './view-store.js';
export { type AccessDocument, accessView } from './views/access.js';
export { type ActDocument, actsOf, actsView } from './views/acts.js';
export { type AdaptationDocument, type AgreementDocument, agreementView } from './views/agreement.js';
export { type Act, actOf } from './views/audit.js';
export { type Case, type CaseGround } from './views/cases.js';
export { type LedgerCell } from './views/consents.js';
export { type DirectoryDocument, type FixedContact, contactDirectoryView } from './views/contact-directory.js';
export { type CoordinationDocument, coordinationView } from './views/coordination.js';
export { type Sentence } from './views/deadline-texts.js';
export { type Deadline, type DeadlineKind } from './views/deadlines.js';
export { type CurrentMeasure } from './views/measures.js';
export { type OpenReferral } from './views/referrals.js';
export { ReportNotBalanced, type StatusReport, type StatusReportQuery, statusReport } from './views/status-counts.js';
export { type StatusReportDocument, statusReportView } from './views/status-report.js';
export { type Standing } from './views/standing.js';
export { type NamedPerson, type Team } from './views/team.js';
export { type TimelineEntry, timelineEntryOf } from './views/timeline.js';
export { type Guardian, type TrekantDocument, trekantView } from './views/trekant.js';
export { type WorklistDeadline, type WorklistDocument, worklistView } from './views/worklist.js';

/** Every view of the hub. */
export const views: readonly AnyView[] = [
  accessView,
  trekantView,
  actsView,
  worklistView,
  coordinationView,
  contactDirectoryView,
  agreementView,
  statusReportView,
];
