import { views } from '@samspor/projections';

/** Where a process dies: before or after it has run a statement on a file, or before it answers a command. */
export type CrashPoint =
  { readonly file: string; readonly sql: string; readonly when: 'before' | 'after' } | { readonly answer: 'command' };

/** Where, at which time of passing it, and whether from the start or only once it is told (SIGUSR2). */
export interface Crash {
  readonly point: CrashPoint;
  readonly count: number;
  readonly armed: boolean;
}

/** A crash point by its name, and at which time of passing it the process dies: one from these. */
export interface Passing {
  readonly name: string;
  readonly point: CrashPoint;
  readonly from: number;
  readonly to: number;
}

const onViews = (sql: string, when: 'before' | 'after'): CrashPoint => ({ file: 'views.db', sql, when });

const storingDocuments = onViews('^INSERT INTO docs ', 'after');
// Run once when a build begins, and once in the swap: there the old documents are gone and the new ones not yet live.
const swapping = onViews("^UPDATE generations SET state = 'dropped' WHERE view = ", 'after');

/** While the hub takes commands. */
export const servingPoints: readonly Passing[] = [
  { name: 'before commit', point: { file: 'events.sqlite', sql: '^COMMIT$', when: 'before' }, from: 1, to: 12 },
  { name: 'after commit', point: { file: 'events.sqlite', sql: '^COMMIT$', when: 'after' }, from: 1, to: 12 },
  { name: 'before the answer', point: { answer: 'command' }, from: 1, to: 30 },
  { name: 'after a key, before its event', point: { file: 'keys.db', sql: '^COMMIT$', when: 'after' }, from: 1, to: 6 },
  { name: 'mid-projection', point: storingDocuments, from: 1, to: 30 },
  { name: 'before the views commit', point: onViews('^COMMIT$', 'before'), from: 1, to: 12 },
  { name: 'before the read log commits', point: { file: 'reads.db', sql: '^COMMIT$', when: 'before' }, from: 1, to: 6 },
];

/** While the hub starts without its views and folds all of them anew; the swaps come after all have begun. */
export const startingPoints: readonly Passing[] = [
  { name: 'mid-rebuild at start', point: storingDocuments, from: 1, to: views.length },
  { name: 'mid-swap at start', point: swapping, from: views.length + 1, to: 2 * views.length },
];

/** While `samspor rebuild` works beside the hub. */
export const rebuildingPoints: readonly Passing[] = [
  { name: 'mid-rebuild beside the hub', point: storingDocuments, from: 1, to: 1 },
  { name: 'mid-swap beside the hub', point: swapping, from: 2, to: 2 },
  {
    name: 'after the swap, old documents half deleted',
    point: onViews('^DELETE FROM docs WHERE generation = \\?1', 'after'),
    from: 1,
    to: 1,
  },
];

/** While `samspor import` works; the first commit is one of opening the file. */
export const importingPoints: readonly Passing[] = [
  { name: 'mid-import, before commit', point: { file: 'events.sqlite', sql: '^COMMIT$', when: 'before' }, from: 2, to: 4 },
  { name: 'mid-import, after commit', point: { file: 'events.sqlite', sql: '^COMMIT$', when: 'after' }, from: 2, to: 4 },
];
