import { ackIn } from './power.acks.js';
import { lossesIn } from './power.checks.js';
import { Disk, type PowerCut } from './power.disk.js';
import { cutsOf, onDisk } from './power.images.js';
import { type Recording, type Session, record } from './power.recording.js';
import type { Seeded } from './seeded.js';

/** A power cut after which something was lost or broken. */
interface Loss {
  readonly kind: PowerCut;
  readonly after: number;
  readonly losses: readonly string[];
}

/** What came of power cuts. */
export interface Outcome {
  readonly images: number;
  /** Promises held against images: each acknowledgement in each image. */
  readonly acks: number;
  readonly lost: readonly Loss[];
}

/** A file that is made, left behind with its log, reopened, closed whole, and reopened without one. */
const livesOf = (dice: Seeded, threads: Session['threads']): readonly Session[] => [
  { rounds: dice.between(4, 7), ending: 'killed', threads },
  { rounds: dice.between(3, 5), ending: 'closed', threads },
  { rounds: dice.between(8, 14), ending: 'killed', threads },
  { rounds: dice.between(2, 4), ending: 'closed', threads },
];

/** Records writers, sound or weakened. */
export const recordLives = (recorder: string, dice: Seeded, threads: Session['threads'], isWeakened = false): Recording =>
  record(recorder, livesOf(dice, threads), isWeakened);

/** Cuts the power so many times, evenly over the recording. */
export const cutPower = async (recording: Recording, count: number, dice: Seeded, kinds?: readonly PowerCut[]): Promise<Outcome> => {
  const lost: Loss[] = [];
  let [images, acknowledged] = [0, 0];
  for (const { kind, after, image, acks } of cutsOf(recording, count, dice, kinds)) {
    const losses = await onDisk(image, (directory) => lossesIn(directory, acks)).catch((error: unknown) => [
      `does not open: ${String(error)}`,
    ]);
    if (losses.length > 0) lost.push({ kind, after, losses });
    images += 1;
    acknowledged += acks.length;
  }
  return { images, acks: acknowledged, lost };
};

/** Acknowledgements that were given while a write-ahead log still held something unsynced; of a writer that does one thing at a time. */
export const hastyAcks = ({ directory, ops }: Recording): number => {
  const disk = new Disk(directory);
  let hasty = 0;
  for (const op of ops) {
    if (ackIn(disk, op) && disk.unsynced.some((name) => name.endsWith('-wal'))) hasty += 1;
    disk.apply(op);
  }
  return hasty;
};

/** How often each thing was done to a file, e.g. `sync events.sqlite-wal`. */
export const deedsIn = ({ directory, ops }: Recording): ReadonlyMap<string, number> => {
  const disk = new Disk(directory);
  const deeds = new Map<string, number>();
  for (const op of ops) {
    const deed = `${op.kind} ${('fd' in op && disk.nameOf(op.fd)) || ''}`.trim();
    deeds.set(deed, (deeds.get(deed) ?? 0) + 1);
    disk.apply(op);
  }
  return deeds;
};
