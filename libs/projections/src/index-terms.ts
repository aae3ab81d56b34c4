import type { Indexes } from './view.js';

/** One value that a document is found by. */
export interface Term {
  readonly field: string;
  readonly value: string;
}

/** Every value that a document is found by, once. */
export const termsOf = (indexes: Indexes): readonly Term[] =>
  Object.entries(indexes).flatMap(([field, values]) =>
    typeof values === 'string' ? [{ field, value: values }] : [...new Set(values)].map((value) => ({ field, value })),
  );

const isSameValue = (a: string | readonly string[] | undefined, b: string | readonly string[] | undefined): boolean => {
  if (a === undefined || b === undefined || typeof a === 'string' || typeof b === 'string') return a === b;
  return a.length === b.length && a.every((value, index) => value === b[index]);
};

const isSame = (a: Indexes, b: Indexes): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([field, values]) => isSameValue(values, b[field]));

const missingIn = (others: readonly Term[], terms: readonly Term[]): readonly Term[] =>
  terms.filter(({ field, value }) => !others.some((other) => other.field === field && other.value === value));

/** Which terms a document loses and gains. Most changes of a document change none. */
export const changedTerms = (before: Indexes, after: Indexes): { readonly lost: readonly Term[]; readonly gained: readonly Term[] } => {
  if (isSame(before, after)) return { lost: [], gained: [] };
  const [had, has] = [termsOf(before), termsOf(after)];
  return { lost: missingIn(has, had), gained: missingIn(had, has) };
};
