import { copyFile, open, writeFile } from 'node:fs/promises';

/** Waits until a file, or the entries of a folder, are on the disk. */
export const keep = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Writes a file for its owner's eyes only, which must not be there, and waits until it is on the disk. */
export const writeNew = async (file: string, text: string): Promise<void> => {
  await writeFile(file, text, { flag: 'wx', mode: 0o600 });
  await keep(file);
};

/** Copies a file and waits until the copy is on the disk. */
export const copyWhole = async (from: string, to: string): Promise<void> => {
  await copyFile(from, to);
  await keep(to);
};
