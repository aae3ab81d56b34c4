import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { SavedHead } from '@samspor/event-store';

/** The files of a backup, in the order in which they are taken: a key is durable before the first event that needs it. */
export const partNames = ['events.sqlite', 'keys.db', 'reads.db'] as const;
export type PartName = (typeof partNames)[number];

/** One file of a backup. */
export interface Part {
  readonly file: PartName;
  readonly bytes: number;
  readonly sha256: string;
  /** The version of its tables. */
  readonly schema: number;
}

/** How much a backup holds. */
export interface Counts {
  readonly events: number;
  readonly streams: number;
  readonly keys: number;
  readonly identities: number;
  readonly readings: number;
}

/** What a backup says of itself. Holds no personal data and no secret. */
export interface Manifest {
  readonly format: 'samspor-backup';
  readonly formatVersion: 1;
  readonly madeAt: string;
  readonly madeBy: { readonly samspor: string; readonly node: string };
  /** As `samspor verify --save-head` gives it. */
  readonly head: SavedHead;
  readonly counts: Counts;
  readonly parts: readonly Part[];
}

/** A backup is damaged, incomplete or of another kind. Says where. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

export const manifestName = 'manifest.json';

const sealOf = (manifest: Manifest): string => createHash('sha256').update(JSON.stringify(manifest)).digest('hex');

/** The manifest as a file, closed by a digest over itself: a changed letter shows. */
export const textOf = (manifest: Manifest): string => `${JSON.stringify({ ...manifest, sha256: sealOf(manifest) }, null, 2)}\n`;

const isManifest = (value: unknown): value is Manifest =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === 'samspor-backup' && 'formatVersion' in value;

const parsed = (text: string, file: string): Manifest => {
  try {
    const { sha256: _, ...manifest } = JSON.parse(text) as Manifest & { readonly sha256?: string };
    if (isManifest(manifest)) return manifest;
  } catch {
    // What it says of the file is the same as for a file of another shape.
  }
  throw new BackupRefused(`${file} is damaged, or not the manifest of a backup. Take another backup.`);
};

/** The manifest of the backup in this folder; throws BackupRefused. */
export const readManifest = async (folder: string): Promise<Manifest> => {
  const file = join(folder, manifestName);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new BackupRefused(`${file} cannot be read: this is no backup of Samspor, or not a whole one.`);
  const manifest = parsed(text, file);
  if (manifest.formatVersion !== 1)
    throw new BackupRefused(
      `${file} was made by a newer version of Samspor (${String(manifest.formatVersion)}); restore it with that version.`,
    );
  if (textOf(manifest) !== text) throw new BackupRefused(`${file} is damaged: it does not fit its own digest. Take another backup.`);
  return manifest;
};

/** Size and SHA-256 of a file. */
export const digestOf = async (file: string): Promise<Pick<Part, 'bytes' | 'sha256'>> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return { bytes: (await stat(file)).size, sha256: hash.digest('hex') };
};

/** Refuses a part that is not the one of the manifest. */
export const checkPart = async (folder: string, { file, bytes, sha256 }: Part): Promise<void> => {
  const path = join(folder, file);
  const found = await digestOf(path).catch(() => undefined);
  if (found === undefined) throw new BackupRefused(`${path} cannot be read: the backup is not whole. Take another backup.`);
  if (found.bytes !== bytes)
    throw new BackupRefused(`${path} is damaged: it has ${found.bytes} bytes, and had ${bytes}. Take another backup.`);
  if (found.sha256 !== sha256) throw new BackupRefused(`${path} is damaged: its SHA-256 is not that of the manifest. Take another backup.`);
};
