import { setTimeout } from 'node:timers/promises';
import { OutcomeUnknown, StoreUnavailable } from './event-store.js';

/** How long an append whose outcome is unknown is repeated. */
export interface Patience {
  readonly budgetMs: number;
  /** The first pause; each one after it is twice as long, up to a second. */
  readonly pauseMs: number;
}

/** Longer than a cluster takes to choose a new leader (20.7 s was seen). */
export const defaultPatience: Patience = { budgetMs: 30_000, pauseMs: 50 };

const longestPauseMs = 1000;

/** Repeats the work as it is while its outcome is unknown and the budget lasts. */
export async function persist<T>(work: () => Promise<T>, { budgetMs, pauseMs }: Patience): Promise<T> {
  const deadline = performance.now() + budgetMs;
  for (let tries = 1; ; tries += 1) {
    const pause = Math.min(pauseMs * 2 ** (tries - 1), longestPauseMs);
    try {
      return await work();
    } catch (error) {
      // A store that stops now says that nothing was stored, but it speaks of this try only, not of those before it.
      if (tries > 1 && error instanceof StoreUnavailable) throw new OutcomeUnknown(error.message, { cause: error });
      if (!(error instanceof OutcomeUnknown) || performance.now() + pause > deadline) throw error;
    }
    await setTimeout(pause);
  }
}
