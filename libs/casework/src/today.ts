import { type Day, dayIn } from '@samspor/domain';

// Clocks all over the world, and so also in Norway, go forward and back by quarters of an hour at the least.
const quarterMs = 15 * 60_000;

/** Gives the day it is in Norway by the clock. Looked up anew every quarter of an hour, since every request asks several times. */
export const todayBy = (clock: () => Date): (() => Day) => {
  let quarter: number | undefined;
  let day: Day = '';
  return () => {
    const now = clock();
    const current = Math.floor(now.getTime() / quarterMs);
    if (current !== quarter) day = dayIn(now);
    quarter = current;
    return day;
  };
};
