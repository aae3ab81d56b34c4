import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { openDatabase } from '@samspor/sqlite';
import { projectFile } from '../project-file.js';
import { type Settings, sqliteFolder } from '../settings.js';
import { refusalOf } from '../stores-refused.js';
import { pack } from './archive.js';
import { keep, writeNew } from './durable-files.js';
import { noteBackup } from './last-backup.js';
import { BackupRefused, type Manifest, type Part, digestOf, manifestName, partNames, textOf } from './manifest.js';
import { schemaOf, takeStock } from './whole-copy.js';

/** What to back up, and where to. */
export interface BackupRequest {
  readonly settings: Settings;
  /** The file that the backup becomes; must not be there yet. */
  readonly to: string;
  /** Where the wrapping key is written as well; apart from the backup. */
  readonly wrappingKeyTo?: string;
  readonly now: Date;
}

const isInside = (file: string, folder: string): boolean => !relative(resolve(folder), resolve(file)).startsWith('..');

const refuse = ({ settings, to, wrappingKeyTo }: BackupRequest): void => {
  if (existsSync(to)) throw new BackupRefused(`${to} is there already. Name another place: a backup never replaces one.`);
  if (isInside(to, settings.directory))
    throw new BackupRefused(`${to} lies in the data directory. Name a place on another disk: what takes the data would take the backup.`);
  if (wrappingKeyTo === undefined) return;
  if (existsSync(wrappingKeyTo)) throw new BackupRefused(`${wrappingKeyTo} is there already. Name another file for the wrapping key.`);
  if (isInside(wrappingKeyTo, to) || dirname(resolve(wrappingKeyTo)) === dirname(resolve(to)))
    throw new BackupRefused(`${wrappingKeyTo} lies beside the backup. Name a place elsewhere: who has both reads everything.`);
};

/** One read transaction: as the file was at an instant, while others write to it. */
const copyDatabase = async (from: string, to: string): Promise<void> => {
  const database = await openDatabase(from, { synchronous: 'FULL', readOnly: true });
  try {
    database.prepare('VACUUM INTO ?').run(to);
  } finally {
    database.close();
  }
  await keep(to);
};

const versionHere = (): string => (JSON.parse(readFileSync(projectFile('package.json'), 'utf8')) as { readonly version: string }).version;

const describe = async (folder: string, now: Date): Promise<Manifest> => {
  const { head, counts } = await takeStock(folder);
  const parts: Part[] = [];
  for (const file of partNames) {
    const path = join(folder, file);
    parts.push({ file, ...(await digestOf(path)), schema: await schemaOf(path) });
  }
  const madeBy = { samspor: versionHere(), node: process.versions.node };
  return { format: 'samspor-backup', formatVersion: 1, madeAt: now.toISOString(), madeBy, head, counts, parts };
};

const fill = async ({ settings, now }: BackupRequest, draft: string): Promise<Manifest> => {
  await mkdir(draft, { recursive: true, mode: 0o700 });
  for (const part of partNames) {
    const from = part === 'events.sqlite' ? sqliteFolder('EVENTS_URL', settings.eventsUrl) : settings.directory;
    await copyDatabase(join(from, part), join(draft, part));
  }
  const manifest = await describe(draft, now);
  await writeNew(join(draft, manifestName), textOf(manifest));
  return manifest;
};

const copyKey = async (directory: string, to: string): Promise<void> =>
  writeNew(to, await readFile(join(directory, 'wrapping.key'), 'utf8'));

/** Leaves all of it, or nothing. */
const make = async (request: BackupRequest): Promise<Manifest> => {
  const { settings, to, wrappingKeyTo } = request;
  const draft = `${to}.unfinished-${randomUUID()}`;
  const archive = `${draft}.tar`;
  const made: string[] = [];
  try {
    const manifest = await fill(request, draft);
    await pack(draft, [manifestName, ...partNames], archive);
    if (wrappingKeyTo !== undefined) {
      await copyKey(settings.directory, wrappingKeyTo);
      made.push(wrappingKeyTo);
    }
    await rename(archive, to);
    made.push(to);
    await keep(dirname(resolve(to)));
    return manifest;
  } catch (error) {
    for (const file of made) await rm(file, { force: true });
    throw refusalOf(error, settings.directory);
  } finally {
    for (const left of [draft, archive]) await rm(left, { recursive: true, force: true });
  }
};

/**
 * Takes a backup while the hub runs: one file with a copy of each database and a manifest, which is whole, verified and on the disk when
 * it gets its name. A tar without compression, so that any machine can open it in ten years, and look at each part with SQLite's own
 * tools and `sha256sum`.
 *
 * The keys in it are wrapped; the key that wraps them is not in it.
 */
export const backUp = async (request: BackupRequest): Promise<Manifest> => {
  refuse(request);
  const { settings, to, now } = request;
  const manifest = await make(request);
  // The backup is good, whether or not the disk of the data directory takes a word about it.
  await noteBackup(settings.directory, { at: now.toISOString(), to: resolve(to), events: manifest.head.events }).catch(() =>
    process.emitWarning(
      `${to} is taken, but ${settings.directory} does not take a note of it: samspor doctor will not know of this backup.`,
    ),
  );
  return manifest;
};
