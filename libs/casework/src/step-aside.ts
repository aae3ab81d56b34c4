import { readdirSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';

const behind = constants.priority.PRIORITY_BELOW_NORMAL;

const thisThread = 0;

/** A rank is only ever given up, never taken: that needs rights which the hub should not have. */
const rankBehind = (thread: number): void => {
  try {
    if (getPriority(thread) < behind) setPriority(thread, behind);
  } catch {
    // Where the system does not let threads be ranked, all of them are equals.
  }
};

/**
 * Lets go first whom somebody waits for, where this thread and theirs want the same core. Only Linux ranks threads; elsewhere it would
 * be the whole process.
 */
export const stepAside = (): void => {
  if (process.platform === 'linux') rankBehind(thisThread);
};

/** The same for the threads that Node has started by itself, to be called before there are others: they collect garbage and compile. */
export const runtimeStepsAside = (): void => {
  if (process.platform !== 'linux') return;
  const threads = readdirSync('/proc/self/task').map(Number);
  for (const thread of threads) if (thread !== process.pid) rankBehind(thread);
};
