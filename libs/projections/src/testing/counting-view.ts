import type { View } from '../view.js';

/** Which events of a stream were folded, in the order they were: an event too few, too many or in the wrong place shows. */
export interface Counted {
  readonly revisions: readonly number[];
}

/** A view that minds every event, and would not stand one twice. */
export const counting: View<Counted> = {
  name: 'counting',
  version: 1,
  keys: ({ stream }) => [stream],
  reduce: (doc, { revision }) => ({ revisions: [...(doc?.revisions ?? []), revision] }),
  indexes: ({ revisions }) => ({ events: String(revisions.length) }),
};

/** What the view holds when each of the streams has been folded right. */
export const rightly = (lengths: Readonly<Record<string, number>>): readonly { readonly key: string; readonly doc: Counted }[] =>
  Object.entries(lengths)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, length]) => ({ key, doc: { revisions: Array.from({ length }, (_, revision) => revision) } }));
