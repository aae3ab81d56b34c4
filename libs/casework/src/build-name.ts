import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { projectFile } from './project-file.js';

/** Names the code that runs, by what it was built from; a new name each time when nobody knows. */
export const buildName = (): string => {
  try {
    return readFileSync(projectFile('dist/.built-from'), 'utf8').trim();
  } catch {
    return randomUUID();
  }
};
