import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** That a backup was taken; kept in the data directory for `samspor doctor`. */
export interface LastBackup {
  readonly at: string;
  readonly to: string;
  readonly events: number;
}

const fileIn = (directory: string): string => join(directory, 'last-backup.json');

/** Remembers the newest backup. */
export const noteBackup = async (directory: string, backup: LastBackup): Promise<void> => {
  const draft = `${fileIn(directory)}.${process.pid}`;
  try {
    await writeFile(draft, `${JSON.stringify(backup)}\n`, { mode: 0o600 });
    await rename(draft, fileIn(directory));
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
};

/** The newest backup that was taken of this directory, as far as it is known. */
export const lastBackup = async (directory: string): Promise<LastBackup | undefined> => {
  try {
    return JSON.parse(await readFile(fileIn(directory), 'utf8')) as LastBackup;
  } catch {
    return undefined;
  }
};
