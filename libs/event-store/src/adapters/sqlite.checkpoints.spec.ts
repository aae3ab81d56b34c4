import { statSync } from 'node:fs';
import { temporaryDirectory } from '@samspor/sqlite/testing';
import { aStream, someEvents } from '../testing/index.js';
import { SqliteCheckpoints } from './sqlite.checkpoints.js';
import { SqliteEventStore } from './sqlite.event-store.js';

const EVENTS = 1_200;
const ROUNDS = 4;

/** How large the write-ahead log is after each of some rounds of appends. */
const logSizes = async (after: (checkpoints: SqliteCheckpoints, position: bigint) => void): Promise<readonly number[]> => {
  const directory = temporaryDirectory();
  const store = await SqliteEventStore.open({ directory: directory.path, checkpointsElsewhere: true });
  const checkpoints = await SqliteCheckpoints.of(directory.file('events.sqlite'));
  const sizes: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all(Array.from({ length: EVENTS }, () => store.append(aStream(), 'no-stream', someEvents(1))));
    after(checkpoints, (await store.head()) ?? 0n);
    sizes.push(statSync(directory.file('events.sqlite-wal')).size);
  }
  expect(await store.readAll(undefined, EVENTS * ROUNDS + 1)).toHaveLength(EVENTS * ROUNDS);
  checkpoints.close();
  await store.close();
  directory.remove();
  return sizes;
};

describe('checkpoints beside the writer', () => {
  it('let the writer begin its log anew, when there is enough in it', async () => {
    const moved = await logSizes((checkpoints, position) => checkpoints.grown(position));
    const left = await logSizes((checkpoints) => checkpoints.grown(1n));
    // The file keeps the size that the log once had, and later rounds touch more pages than the first.
    expect(moved.at(-1)).toBeLessThan((left.at(-1) ?? 0) / 2);
  });
});
