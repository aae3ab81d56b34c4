import { type SqliteEventStore, type StoredEvent, recordHash } from '@samspor/event-store';
import type { Metadata } from '@samspor/domain';
import { lastBackup } from '../backup/last-backup.js';
import { type Finding, bad, ok, warn } from './finding.js';

const NEWEST = 1_000n;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The newest events, oldest first. */
export const newestEvents = async (events: SqliteEventStore): Promise<readonly StoredEvent[]> => {
  const head = await events.head();
  return head === undefined ? [] : events.readAll(head > NEWEST ? head - NEWEST : undefined, Number(NEWEST));
};

const recordedAt = ({ metadata }: StoredEvent): number => Date.parse((JSON.parse(metadata) as Metadata).recordedAt);

/** Whether the clock goes on from where the events have come to. */
export const clock = (newest: readonly StoredEvent[], now: Date): Finding => {
  const times = newest.map(recordedAt);
  const ahead = Math.max(...times) - now.getTime();
  const back = times.filter((time, index) => time < (times[index - 1] ?? time)).length;
  const remedy = 'Set the clock by NTP. Order and rules do not rest on it, but the times in the log do.';
  if (ahead > MINUTE) return bad('clock', `it is ${Math.ceil(ahead / MINUTE)} min behind the newest event`, remedy);
  if (back > 0) return warn('clock', `it went back ${back} times within the newest ${times.length} events`, remedy);
  return ok('clock', 'not behind the newest event');
};

/** Whether the newest stream is a whole chain; the whole log is for `samspor verify`. */
export const chain = async (events: SqliteEventStore, newest: readonly StoredEvent[]): Promise<Finding> => {
  const last = newest.at(-1);
  if (last === undefined) return ok('chain', 'there are no events yet');
  let previous: Uint8Array | undefined;
  for (const event of await events.read(last.stream)) {
    const expected = recordHash(previous, event.stream, event.revision, event);
    if (Buffer.compare(expected, event.hash) !== 0)
      return bad(
        'chain',
        `the event at position ${event.position} does not fit the one before`,
        'Stop the hub, keep the files, run samspor verify.',
      );
    previous = event.hash;
  }
  return ok('chain', `head ${last.position}; its stream is whole (all of them: samspor verify)`);
};

/** Whether there is a backup of today. */
export const backup = async (folder: string, head: bigint | undefined, now: Date): Promise<Finding> => {
  const remedy = 'samspor backup FILE, on another disk, each night.';
  const last = await lastBackup(folder);
  if (last === undefined)
    return head === undefined ? ok('backup', 'nothing to back up yet') : warn('backup', 'none has been taken', remedy);
  const since = Number(head ?? 0n) - last.events;
  const says = `the last was taken ${last.at} to ${last.to}; ${since} events since`;
  return since > 0 && now.getTime() - Date.parse(last.at) > DAY ? warn('backup', says, remedy) : ok('backup', says);
};
