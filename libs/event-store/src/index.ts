export {
  AppendRefused,
  appendLimits,
  EventStore,
  OutcomeUnknown,
  StoreUnavailable,
  SubscriptionCut,
  WrongExpectedRevision,
  type Appended,
  type ExpectedRevision,
  type NewEvent,
  type ScannedEvent,
  type StoredEvent,
} from './event-store.js';
export { EqualParts } from './equal-parts.js';
export { InMemoryEventStore } from './adapters/in-memory.event-store.js';
export { DataDirectoryInUse, SqliteEventStore, type SqliteEventStoreOptions } from './adapters/sqlite.event-store.js';
export { writerProgram } from './sqlite/writer.thread.js';
export { SqliteSnapshotStore } from './adapters/sqlite.snapshot-store.js';
export { genesisHash, recordHash, type HashedEvent } from './hash-chain.js';
export { WrongSchema } from '@samspor/sqlite';
export { eventIdOf, toRecorded, type Upcast } from './record.js';
export { SnapshotStore, type Snapshot } from './snapshot-store.js';
export { Streams, type StreamsOptions } from './streams.js';
export { CommandIdReused, LostRace, StaleRevision } from './streams.errors.js';
export type { Patience } from './streams.patience.js';
export type { Considered, ConsiderRequest, Loaded, TellRequest, Told } from './streams.requests.js';
export { uuidV5 } from './uuid-v5.js';
export { verify, type SavedHead, type Verification, type VerifyOptions } from './verify.js';
export type { Problem, ProblemKind } from './verify.explain.js';
