import type { Generation, ViewStore } from './view-store.js';

/** Whether somebody at one position has seen what somebody at another has; none is before the first event. */
export const hasReached = (position: bigint | undefined, other: bigint | undefined): boolean => (position ?? -1n) >= (other ?? -1n);

/**
 * The generations of a view. Those that have seen more than there is are dropped: the events were restored from an older copy, and
 * documents of events that do not exist may not answer.
 */
export const findGenerations = async (store: ViewStore, view: string, head: bigint | undefined): Promise<readonly Generation[]> => {
  const generations = await store.generations(view);
  const astray = generations.filter(({ checkpoint }) => !hasReached(head, checkpoint));
  for (const generation of astray) await store.drop(generation);
  return generations.filter((generation) => !astray.includes(generation));
};
