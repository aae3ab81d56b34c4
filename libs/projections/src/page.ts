import type { Found, Page } from './view-store.js';

/** A page of at most `limit` of the documents, which are one more when there is a next page. */
export const pageOf = <Doc>(found: readonly Found<Doc>[], limit: number): Page<Doc> => {
  const documents = found.slice(0, limit);
  const last = documents.at(-1);
  return found.length > limit && last ? { documents, next: last.key } : { documents };
};
