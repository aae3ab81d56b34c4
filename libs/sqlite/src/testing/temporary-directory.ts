import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory for one test. */
export interface TemporaryDirectory {
  readonly path: string;
  readonly file: (name: string) => string;
  readonly remove: () => void;
}

/** Makes an empty directory under the system's own for temporary files. */
export const temporaryDirectory = (): TemporaryDirectory => {
  const path = mkdtempSync(join(tmpdir(), 'samspor-'));
  return { path, file: (name) => join(path, name), remove: () => rmSync(path, { recursive: true, force: true }) };
};
