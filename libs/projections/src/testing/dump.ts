import type { View } from '../view.js';
import type { Found, ViewStore } from '../view-store.js';

/** All live documents of a view. */
export const documentsIn = async <Doc>(store: ViewStore, view: View<Doc>): Promise<readonly Found<Doc>[]> =>
  (await store.range(view, { from: '', to: '\uffff', limit: 1_000_000 })).documents;

/** All live documents of a view, byte for byte, with how many documents each of their index values finds. */
export const dump = async <Doc>(store: ViewStore, view: View<Doc>): Promise<readonly string[]> => {
  const lines: string[] = [];
  for (const { key, doc } of await documentsIn(store, view)) {
    lines.push(`${key} ${JSON.stringify(doc)}`);
    for (const [field, values] of Object.entries(view.indexes?.(doc) ?? {}))
      for (const value of [values].flat()) lines.push(`${key} ${field}=${value}: ${await store.count(view, { field, value })}`);
  }
  return lines;
};
