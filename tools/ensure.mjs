import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { oneAtATime } from './one-at-a-time.mjs';
import { root } from './project.mjs';

const installedLock = join(root, 'node_modules', '.package-lock.json');
const stamp = join(root, 'dist', '.built-from');

/** Installs the packages of package-lock.json unless exactly those stand in node_modules. */
export function ensureInstalled() {
  const ready = oneAtATime(
    () => !isInstalled(),
    () => quietly('Installing packages (once, about 40 s) …', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
  );
  if (!ready) process.exit(1);
}

/** Builds apps and libraries unless dist was built from exactly these sources. */
export function ensureBuilt() {
  const ready = oneAtATime(() => !isBuilt(), build);
  if (!ready) process.exit(1);
}

function isInstalled() {
  if (!existsSync(installedLock)) return false;
  const present = packagesIn(installedLock);
  return Object.entries(packagesIn(join(root, 'package-lock.json'))).every(
    // Optional packages are mostly binaries for other machines, and '' is this package itself.
    ([path, wanted]) => path === '' || wanted.optional || wanted.devOptional || present[path]?.version === wanted.version,
  );
}

function packagesIn(lock) {
  return JSON.parse(readFileSync(lock, 'utf8')).packages;
}

function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

function build() {
  // Taken before the compiler reads the sources: what is changed meanwhile then asks for another build.
  const sources = fingerprint();
  const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  if (!quietly('Building (about 10 s) …', process.execPath, [nest, 'build', 'hub'])) return false;
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, sources);
  return true;
}

function quietly(announcement, command, args) {
  // On stderr, so that what a command writes to stdout can be piped on.
  process.stderr.write(`${announcement}\n`);
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (status === 0) return true;
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}\n`);
  return false;
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of [...configFiles(), ...sourceFiles()]) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function configFiles() {
  return readdirSync(root).filter((name) => name === 'nest-cli.json' || /^tsconfig.*\.json$/.test(name));
}

function sourceFiles() {
  return ['apps', 'libs']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((path) => join(folder, path)))
    .filter((path) => /\.[a-z]+$/.test(path) && !path.endsWith('.spec.ts') && !path.includes(`${sep}testing${sep}`))
    .sort((one, other) => one.localeCompare(other));
}
