export { SqliteCheckpoints, type CheckpointsOptions } from './checkpoints.js';
export type { Database, Row, Statement } from './driver.js';
export { loadEngine, type Changes, type EngineDatabase, type EngineStatement, type SqliteEngine, type SqlValue } from './engine.js';
export { SqliteFault, type SqliteFaultKind } from './fault.js';
export { takeFileLock, type FileLock } from './file-lock.js';
export { NotDurable, openDatabase, type OpenOptions } from './open-database.js';
export { refuseNewerSchema, schemaVersionOf, WrongSchema } from './schema-version.js';
