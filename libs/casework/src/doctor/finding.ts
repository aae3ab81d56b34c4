/** How bad it is. */
export type Severity = 'ok' | 'warn' | 'bad';

/** One thing that the doctor looked at. Names streams, never people. */
export interface Finding {
  readonly severity: Severity;
  readonly about: string;
  readonly says: string;
  /** What to do. */
  readonly remedy?: string;
}

/** Everything is as it should be. */
export const ok = (about: string, says: string): Finding => ({ severity: 'ok', about, says });

/** Somebody should look at it. */
export const warn = (about: string, says: string, remedy: string): Finding => ({ severity: 'warn', about, says, remedy });

/** Somebody must do something. */
export const bad = (about: string, says: string, remedy: string): Finding => ({ severity: 'bad', about, says, remedy });
