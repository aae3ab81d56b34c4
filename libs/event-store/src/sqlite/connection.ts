/** Every connection that may write is FULL: what is acknowledged outlasts a power cut. */
const durable = { synchronous: 'FULL' } as const;

/** The writer looks into two indexes for each event. */
export const ofWriter = { ...durable, cacheKiB: 6_144 } as const;

/** Who only reads goes through the table. */
export const ofReader = { ...durable, cacheKiB: 1_024 } as const;

/** SqliteCheckpoints moves the log into the file; the writer only if it grows very large. In pages of 4 KiB. */
export const withLogMovedElsewhere = { walAutocheckpoint: 40_000 } as const;
