import { Rejected } from '@samspor/domain';
import type { Metrics } from '../health/metrics.js';

/** Does what tells a command, and counts how it ended. */
export const counted = async <Told extends { readonly repeated: boolean }>(
  metrics: Metrics,
  type: string,
  tell: () => Promise<Told>,
): Promise<Told> => {
  try {
    const told = await tell();
    metrics.told(type, told.repeated ? 'repeated' : 'stored');
    return told;
  } catch (error) {
    if (error instanceof Rejected) metrics.told(type, 'refused');
    throw error;
  }
};
