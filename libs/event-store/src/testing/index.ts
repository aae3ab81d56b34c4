export { uniqueIdsContract } from './contract/repeat.contract.js';
export { eventStoreContract } from './event-store.contract.js';
export { anEvent, aStream, chained, collect, holds, idsOf, someEvents } from './events-for-tests.js';
export { onAStore, type OpenedStore } from './opened-store.js';
export { openInNewDirectory, type OpenedSqlite } from './sqlite-in-a-directory.js';
