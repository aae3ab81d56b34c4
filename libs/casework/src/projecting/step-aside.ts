import { constants, getPriority, setPriority } from 'node:os';

const behind = constants.priority.PRIORITY_BELOW_NORMAL;

/**
 * Lets go first whom somebody waits for, where this thread and theirs want the same core. Only Linux ranks threads; elsewhere it would
 * be the whole process.
 */
export const stepAside = (): void => {
  if (process.platform === 'linux' && getPriority() < behind) setPriority(behind);
};
