import { setImmediate } from 'node:timers/promises';
import type { Database } from '@samspor/sqlite';
import type { DocumentTable } from './document-table.js';
import type { GenerationTable } from './generation-table.js';

const ROWS_PER_DROP = 1_000;

/** Deletes dropped generations a little at a time, also those that a crash left behind: the readers of the hub wait meanwhile. */
export const sweep = async (database: Database, generations: GenerationTable, documents: DocumentTable): Promise<void> => {
  for (const id of generations.dropped()) {
    while (database.transaction(() => documents.dropSome(id, ROWS_PER_DROP)) > 0) await setImmediate();
    database.transaction(() => generations.forget(id));
  }
};
