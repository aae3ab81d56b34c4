import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { SavedHead } from '@samspor/event-store';
import { SqliteKeyStore, checkWrappingKey } from '@samspor/privacy';
import { takeFileLock } from '@samspor/sqlite';
import { refusalOf } from '../stores-refused.js';
import { unpack } from './archive.js';
import { copyWhole, keep } from './durable-files.js';
import { BackupRefused, type Manifest, type PartName, checkPart, manifestName, partNames, readManifest } from './manifest.js';
import { takeStock } from './whole-copy.js';

/** What to restore, and where to. */
export interface RestoreRequest {
  /** The file of the backup. */
  readonly from: string;
  readonly directory: string;
  /** The wrapping key that the keys of the backup are wrapped by. Without it, one that lies in the directory is kept. */
  readonly wrappingKey?: string;
  /** A head that was saved elsewhere: the backup must hold all of it. */
  readonly against?: SavedHead;
  /** Puts what is in the directory beside. */
  readonly replace: boolean;
  readonly now: Date;
}

/** What came of a restore. */
export interface Restored {
  readonly manifest: Manifest;
  /** Where the data that was in the directory lies now. */
  readonly replaced?: string;
  /** Whether the wrapping key is in place. */
  readonly hasKey: boolean;
}

const isOccupied = (directory: string): boolean => existsSync(directory) && readdirSync(directory).length > 0;

const keyOf = ({ wrappingKey, directory }: RestoreRequest): string | undefined => {
  const own = join(directory, 'wrapping.key');
  return wrappingKey ?? (existsSync(own) ? own : undefined);
};

const installKey = async (file: string, draft: string): Promise<void> => {
  const installed = join(draft, 'wrapping.key');
  await copyWhole(file, installed);
  await chmod(installed, 0o600);
  const keys = await SqliteKeyStore.open(join(draft, 'keys.db'), { readOnly: true });
  try {
    await checkWrappingKey(installed, keys);
  } catch {
    throw new BackupRefused(`${file} is not the wrapping key of this backup. Name the right one with --wrapping-key.`);
  } finally {
    await keys.close();
  }
};

/** Takes the backup out into a draft and goes through it there, so that what is put in place is what was verified. */
const prepare = async (request: RestoreRequest, draft: string): Promise<Pick<Restored, 'manifest' | 'hasKey'>> => {
  await unpack(request.from, [manifestName, ...partNames], draft);
  const manifest = await readManifest(draft);
  await rm(join(draft, manifestName));
  for (const file of partNames) await installPart(manifest, file, draft);
  const { head } = await takeStock(draft, manifest.head);
  if (head.events !== manifest.head.events)
    throw new BackupRefused(`it holds ${head.events} events, and its manifest says ${manifest.head.events}. Take another backup.`);
  if (request.against) await takeStock(draft, request.against);
  const key = keyOf(request);
  if (key !== undefined) await installKey(key, draft);
  await keep(draft);
  return { manifest, hasKey: key !== undefined };
};

const installPart = async (manifest: Manifest, file: PartName, draft: string): Promise<void> => {
  const part = manifest.parts.find((known) => known.file === file);
  if (part === undefined) throw new BackupRefused(`its manifest does not name ${file}: it is no whole backup.`);
  await checkPart(draft, part);
  await chmod(join(draft, file), 0o600);
  await keep(join(draft, file));
};

/** A refusal in the words of who restores: of the backup and what is in it, not of the draft. */
const ofBackup = (error: unknown, from: string, draft: string): unknown => {
  if (!(error instanceof BackupRefused) || error.message.includes(from)) return error;
  return new BackupRefused(`${from}: ${error.message.replaceAll(join(draft, '/'), '')}`);
};

const putBeside = async (directory: string, now: Date): Promise<string> => {
  const lock = await takeFileLock(join(directory, 'writer.lock'));
  if (!lock) throw new BackupRefused(`A hub is using ${directory}. Stop it, then restore.`);
  try {
    const beside = `${directory}.replaced-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
    await rename(directory, beside);
    return beside;
  } finally {
    lock.release();
  }
};

const putInPlace = async (draft: string, directory: string, now: Date): Promise<string | undefined> => {
  const replaced = isOccupied(directory) ? await putBeside(directory, now) : undefined;
  if (replaced === undefined && existsSync(directory)) await rmdir(directory);
  try {
    await rename(draft, directory);
  } catch (error) {
    if (replaced !== undefined) await rename(replaced, directory);
    throw error;
  }
  await keep(dirname(directory));
  return replaced;
};

/**
 * Restores a backup into a directory. Everything is verified first, on the copy that is then put in place by renaming; until then
 * nothing in the directory has changed. Views are not in a backup: the next start folds them.
 */
export const restore = async (request: RestoreRequest): Promise<Restored> => {
  const directory = resolve(request.directory);
  if (isOccupied(directory) && !request.replace)
    throw new BackupRefused(`${directory} is not empty. Name an empty or new folder, or say --replace: what is there is then put beside.`);
  const draft = `${directory}.restoring-${randomUUID()}`;
  try {
    const prepared = await prepare({ ...request, directory }, draft).catch((error: unknown) => {
      throw ofBackup(error, request.from, draft);
    });
    const replaced = await putInPlace(draft, directory, request.now);
    return { ...prepared, ...(replaced !== undefined && { replaced }) };
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw refusalOf(error, directory);
  }
};
