import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ack, ackFile, ackIn } from './power.acks.js';
import { Disk, type Image, type PowerCut, powerCuts } from './power.disk.js';
import type { Recording } from './power.recording.js';
import type { Op } from './power.trace.js';
import type { Seeded } from './seeded.js';

/** A power cut, and what was acknowledged before it. */
export interface Cut {
  readonly kind: PowerCut;
  /** After which operation. */
  readonly after: number;
  readonly image: Image;
  readonly acks: readonly Ack[];
}

const everySo = (indexes: readonly number[], count: number): readonly number[] =>
  Array.from(
    { length: Math.min(count, indexes.length) },
    (_, n) => indexes[Math.floor((n * indexes.length) / Math.min(count, indexes.length))] ?? 0,
  );

/** Writes to the write-ahead log are most of what happens; all else (checkpoints, truncations, names) is where the danger is. */
const isRare = (disk: Disk, op: Op): boolean =>
  op.kind === 'write' || op.kind === 'sync'
    ? !/-wal$|jsonl$/.test(disk.nameOf(op.fd) ?? '-wal')
    : op.kind !== 'open' && op.kind !== 'close';

/** Operations after which there is something to lose: half of them evenly over all, half over the rare ones. */
const pointsOf = ({ directory, ops }: Recording, count: number): ReadonlySet<number> => {
  const disk = new Disk(directory);
  const [all, rare]: [number[], number[]] = [[], []];
  for (const [index, op] of ops.entries()) {
    const isSpecial = isRare(disk, op);
    disk.apply(op);
    if (disk.unsynced.every((name) => name === ackFile) && op.kind === 'write') continue;
    all.push(index);
    if (isSpecial) rare.push(index);
  }
  const chosen = new Set(everySo(rare, Math.ceil(count / 2)));
  const others = all.filter((index) => !chosen.has(index));
  return new Set([...chosen, ...everySo(others, count - chosen.size)]);
};

/** So many power cuts, evenly over a recording, at each point every kind. */
export function* cutsOf(recording: Recording, count: number, dice: Seeded, kinds: readonly PowerCut[] = powerCuts): Generator<Cut> {
  const points = pointsOf(recording, Math.ceil(count / kinds.length));
  const disk = new Disk(recording.directory);
  const acks: Ack[] = [];
  for (const [index, op] of recording.ops.entries()) {
    const ack = ackIn(disk, op);
    if (ack) acks.push(ack);
    disk.apply(op);
    if (points.has(index)) for (const kind of kinds) yield { kind, after: index, image: disk.cut(kind, dice), acks };
  }
}

const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Writes the image to a directory, for as long as the work takes. */
export const onDisk = async <T>(image: Image, work: (directory: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(memory, 'samspor-image-'));
  const directory = join(folder, 'data');
  mkdirSync(directory, { mode: 0o700 });
  for (const [name, bytes] of image) if (name !== ackFile) writeFileSync(join(directory, name), bytes, { mode: 0o600 });
  try {
    return await work(directory);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
