import { mkdir } from 'node:fs/promises';
import { keep } from './durable-files.js';
import { BackupRefused } from './manifest.js';

/** Loaded when it is wanted: a hub that runs has no use for it. */
const loadTar = () => import('tar');

/** Packs files of a folder into one archive, uncompressed, for its owner's eyes only; it is on the disk when this returns. */
export const pack = async (folder: string, names: readonly string[], archive: string): Promise<void> => {
  const { create } = await loadTar();
  await create({ file: archive, cwd: folder, mode: 0o600, portable: true, strict: true }, [...names]);
  await keep(archive);
};

/** Takes these files out of an archive into a new folder, and nothing else; throws BackupRefused when it is none or is damaged. */
export const unpack = async (archive: string, names: readonly string[], folder: string): Promise<void> => {
  const { extract } = await loadTar();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    // Synchronously: after a failure nothing may still be on its way into the folder, which is then removed.
    extract({ file: archive, cwd: folder, sync: true, strict: true, filter: (path) => names.includes(path) });
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new BackupRefused(`${archive} cannot be read: there is no such file.`);
    if (syscall !== undefined) throw error;
    throw new BackupRefused(`${archive} is damaged, or no backup of Samspor. Take another backup.`);
  }
};
