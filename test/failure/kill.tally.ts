import type { Campaign } from './kill.campaign.js';

/** What came of all kills. */
export interface Tally {
  readonly kills: number;
  readonly acked: number;
  readonly unknown: number;
  readonly storedUnknown: number;
  readonly events: number;
  readonly msToReady: readonly number[];
}

export const noKills: Tally = { kills: 0, acked: 0, unknown: 0, storedUnknown: 0, events: 0, msToReady: [] };

/** With one more campaign. */
export const tallied = (tally: Tally, { kills, unknown, storedUnknown, found, msToReady }: Campaign): Tally => ({
  kills: tally.kills + kills,
  acked: tally.acked + (found?.acked ?? 0),
  unknown: tally.unknown + unknown,
  storedUnknown: tally.storedUnknown + storedUnknown,
  events: tally.events + (found?.events ?? 0),
  msToReady: [...tally.msToReady, ...msToReady],
});

/** Seconds. */
export const quantile = (milliseconds: readonly number[], share: number): number => {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) / 1000;
};

/** What there is to tell of it. */
export const rowsOf = ({ kills, acked, unknown, storedUnknown, events, msToReady }: Tally): Readonly<Record<string, string | number>> => ({
  'kills with SIGKILL': kills,
  'acknowledged commands, each found once at its revision': acked,
  'commands without an answer': unknown,
  'of these stored, once': storedUnknown,
  'events in the verified logs': events,
  'start to ready, median and longest': `${quantile(msToReady, 0.5).toFixed(2)} s, ${quantile(msToReady, 1).toFixed(2)} s of ${msToReady.length}`,
});
