export * from './case-facts.js';
export * from './demo-token.js';
export * from './policies.js';
export * from './read-log.js';
export * from './visible.js';
export { SqliteReadLog } from './adapters/sqlite.read-log.js';
export { InMemoryReadLog } from './adapters/in-memory.read-log.js';
