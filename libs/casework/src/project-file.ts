import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const isRoot = (folder: string): boolean => {
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly name?: string }).name === 'samspor';
};

const rootFrom = (folder: string): string => {
  if (isRoot(folder)) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('The folder that Samspor runs from has no package.json of it above; run it from a checkout.');
  return rootFrom(above);
};

const root = rootFrom(dirname(fileURLToPath(import.meta.url)));

/** A file of the checkout, whether the code runs from source or from dist. */
export const projectFile = (path: string): string => join(root, path);
