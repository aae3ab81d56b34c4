import type { BuildCommit } from '../view-store.js';
import type { DocumentTable } from './document-table.js';
import type { GenerationTable } from './generation-table.js';

/** Writes a commit, inside a transaction. False, with nothing written, when its generation stands elsewhere. */
export const writeCommit = (generations: GenerationTable, documents: DocumentTable, { generation, commit }: BuildCommit): boolean => {
  const { after, checkpoint, parked, unparked } = commit;
  if (!generations.advance(generation, after, checkpoint)) return false;
  for (const [key, change] of commit.documents) documents.apply(generation.id, key, change);
  for (const stream of unparked) generations.unpark(generation, stream);
  for (const stream of parked) generations.park(generation, stream);
  return true;
};
