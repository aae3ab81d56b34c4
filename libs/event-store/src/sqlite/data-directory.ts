import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const keepEntries = (directory: string): void => {
  // Windows cannot open a directory, and keeps its entries by itself.
  if (process.platform === 'win32') return;
  const descriptor = openSync(directory, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
};

/** Makes a directory that survives a power cut, for its owner's eyes only; does nothing when it is there. */
export const makeDataDirectory = (directory: string): void => {
  const made = resolve(directory);
  const first = mkdirSync(made, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  const top = dirname(resolve(first));
  for (let parent = dirname(made); parent.length >= top.length; parent = dirname(parent)) {
    keepEntries(parent);
    if (parent === top) return;
  }
};
