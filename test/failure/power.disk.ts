import { basename } from 'node:path';
import type { Seeded } from './seeded.js';
import type { Op } from './power.trace.js';

/** What the disk makes of the writes that it was not told to keep. */
export const powerCuts = ['dropped', 'prefix', 'subset', 'reordered', 'torn'] as const;
export type PowerCut = (typeof powerCuts)[number];

/** The files that are found after a power cut. */
export type Image = ReadonlyMap<string, Buffer>;

type Change = { readonly at: number; readonly bytes: Buffer } | { readonly length: number };

const SECTOR = 512;

/** The bytes of a file; a hole reads as zeros. */
class Content {
  #bytes = Buffer.alloc(0);
  #length = 0;

  apply(change: Change): void {
    const end = 'length' in change ? change.length : Math.max(this.#length, change.at + change.bytes.length);
    if (end > this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes.subarray(0, this.#length), Buffer.alloc(end * 2 - this.#length)]);
    if (end < this.#length) this.#bytes.fill(0, end, this.#length);
    this.#length = end;
    if ('bytes' in change) change.bytes.copy(this.#bytes, change.at);
  }

  with(changes: readonly Change[]): Buffer {
    const copy = new Content();
    copy.#bytes = Buffer.from(this.#bytes.subarray(0, this.#length));
    copy.#length = this.#length;
    for (const change of changes) copy.apply(change);
    return copy.#bytes.subarray(0, copy.#length);
  }
}

/** A file: what surely is on the disk, and what was written since. */
interface File {
  readonly kept: Content;
  pending: Change[];
}

type Naming = { readonly name: string; readonly file: File | undefined };

/** The sectors of a write that reached the disk. */
const torn = (change: Change, dice: Seeded): readonly Change[] => {
  if ('length' in change) return [change];
  const pieces: Change[] = [];
  const end = change.at + change.bytes.length;
  for (let at = change.at; at < end; at = (Math.floor(at / SECTOR) + 1) * SECTOR) {
    const next = Math.min(end, (Math.floor(at / SECTOR) + 1) * SECTOR);
    if (dice.next() < 0.5) pieces.push({ at, bytes: change.bytes.subarray(at - change.at, next - change.at) });
  }
  return pieces;
};

const prefixOf = <T>(items: readonly T[], dice: Seeded): readonly T[] => items.slice(0, dice.between(0, items.length));

const survivors: Readonly<Record<PowerCut, (pending: readonly Change[], dice: Seeded) => readonly Change[]>> = {
  dropped: () => [],
  prefix: prefixOf,
  subset: (pending, dice) => pending.filter(() => dice.next() < 0.5),
  reordered: (pending, dice) => dice.shuffled(pending).filter(() => dice.next() < 0.7),
  torn: (pending, dice) => prefixOf(pending, dice).flatMap((change) => torn(change, dice)),
};

/**
 * A disk that keeps only what it was told to keep: bytes of a file once that file was synced, names once the directory was. Names
 * become durable in their order, as in a journal.
 */
export class Disk {
  readonly #files = new Map<number, File>();
  readonly #directories = new Set<number>();
  readonly #names = new Map<string, File>();
  #namings: Naming[] = [];
  readonly #live = new Map<string, File>();

  constructor(private readonly directory: string) {}

  /** Whether a power cut now could lose anything. */
  get isSettled(): boolean {
    return this.#namings.length === 0 && [...this.#live.values()].every(({ pending }) => pending.length === 0);
  }

  /** Names of files with writes that are not synced. */
  get unsynced(): readonly string[] {
    return [...this.#live].filter(([, { pending }]) => pending.length > 0).map(([name]) => name);
  }

  /** The name of an open file. */
  nameOf(fd: number): string | undefined {
    const file = this.#files.get(fd);
    return [...this.#live].find(([, candidate]) => candidate === file)?.[0];
  }

  apply(op: Op): void {
    switch (op.kind) {
      case 'open':
        return this.#open(op.fd, op.path, op.creates, op.truncates);
      case 'close':
        this.#files.delete(op.fd);
        return void this.#directories.delete(op.fd);
      case 'write':
        return this.#change(op.fd, { at: op.at, bytes: op.bytes });
      case 'truncate':
        return this.#change(op.fd, { length: op.length });
      case 'sync':
        return this.#sync(op.fd);
      case 'unlink':
        return this.#name(basename(op.path), undefined);
      case 'link':
      case 'rename':
        this.#name(basename(op.to), this.#live.get(basename(op.path)));
        if (op.kind === 'rename') this.#name(basename(op.path), undefined);
    }
  }

  /** What is found when the power comes back. */
  cut(kind: PowerCut, dice: Seeded): Image {
    const names = new Map(this.#names);
    for (const { name, file } of kind === 'dropped' ? [] : prefixOf(this.#namings, dice)) put(names, name, file);
    return new Map([...names].map(([name, { kept, pending }]) => [name, kept.with(survivors[kind](pending, dice))] as const));
  }

  #open(fd: number, path: string, creates: boolean, truncates: boolean): void {
    this.#files.delete(fd);
    this.#directories.delete(fd);
    if (path === this.directory) return void this.#directories.add(fd);
    const name = basename(path);
    if (creates && !this.#live.has(name)) this.#name(name, { kept: new Content(), pending: [] });
    const file = this.#live.get(name);
    if (!file) return;
    this.#files.set(fd, file);
    if (truncates) this.#change(fd, { length: 0 });
  }

  #change(fd: number, change: Change): void {
    this.#files.get(fd)?.pending.push(change);
  }

  #sync(fd: number): void {
    if (this.#directories.has(fd)) {
      for (const { name, file } of this.#namings) put(this.#names, name, file);
      this.#namings = [];
    }
    const file = this.#files.get(fd);
    for (const change of file?.pending ?? []) file?.kept.apply(change);
    if (file) file.pending = [];
  }

  #name(name: string, file: File | undefined): void {
    this.#namings.push({ name, file });
    put(this.#live, name, file);
  }
}

const put = (names: Map<string, File>, name: string, file: File | undefined): void => {
  if (file) names.set(name, file);
  else names.delete(name);
};
