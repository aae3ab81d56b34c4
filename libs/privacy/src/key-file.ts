import { randomBytes } from 'node:crypto';
import { type FileHandle, link, open, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { KeyStore } from './key-store.js';
import { WrappingKey } from './wrapping-key.js';

// Windows keeps the rights of files elsewhere, and the entries of directories by itself.
const isPosix = process.platform !== 'win32';

const heading = 'samspor-wrapping-key v1';
const shape = new RegExp(`^${heading}\n([A-Za-z0-9_-]{43})\n?$`);

/** The key file cannot be used. Says what to do. */
export class WrappingKeyRefused extends Error {
  override readonly name = 'WrappingKeyRefused';
}

/**
 * The wrapping key in this file, proven to be the one that the key store belongs to. Makes the file on first start; refuses
 * one that is missing when it should be there, readable for others, damaged, or of another installation.
 */
export async function openWrappingKey(file: string, keys: KeyStore): Promise<WrappingKey> {
  const key = keyIn((await readKeyFile(file)) ?? (await makeKeyFile(file, keys)), file);
  const check = key.derive('check');
  refuseStranger(file, check, await keys.claimCheck(check));
  return key;
}

/** The wrapping key in this file if it is the one that the key store belongs to; refuses as `openWrappingKey` does, and writes nothing. */
export async function checkWrappingKey(file: string, keys: KeyStore): Promise<WrappingKey> {
  const text = await readKeyFile(file);
  if (text === undefined) throw new WrappingKeyRefused(missing(file));
  const key = keyIn(text, file);
  const check = key.derive('check');
  refuseStranger(file, check, (await keys.findCheck()) ?? check);
  return key;
}

const missing = (file: string): string =>
  `${file} is missing, and nothing that was sealed can be read without it. Restore it from its backup; a new key would not help.`;

function keyIn(text: string, file: string): WrappingKey {
  const secret = shape.exec(text)?.[1];
  if (secret === undefined) throw new WrappingKeyRefused(`${file} is not a wrapping key ("${heading}"). Restore it from its backup.`);
  return new WrappingKey(Buffer.from(secret, 'base64url'));
}

function refuseStranger(file: string, check: Buffer, kept: Uint8Array): void {
  if (check.equals(kept)) return;
  throw new WrappingKeyRefused(`${file} is not the key that this key store was made with. Restore the one that belongs to it.`);
}

async function makeKeyFile(file: string, keys: KeyStore): Promise<string> {
  if (await keys.findCheck()) throw new WrappingKeyRefused(missing(file));
  await createDurably(file, `${heading}\n${randomBytes(32).toString('base64url')}\n`);
  const text = await readKeyFile(file);
  if (text === undefined) throw new WrappingKeyRefused(`${file} could not be read back. Check the disk.`);
  return text;
}

async function readKeyFile(file: string): Promise<string | undefined> {
  const handle = await open(file).catch(undefinedIfMissing);
  if (handle === undefined) return undefined;
  try {
    const { mode } = await handle.stat();
    if (isPosix && (mode & 0o077) !== 0) throw new WrappingKeyRefused(`${file} can be read by others. Run: chmod 600 ${file}`);
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

/** Linked into place when it is whole, so that a second process that starts now reads all of it or makes none of its own. */
async function createDurably(file: string, text: string): Promise<void> {
  const draft = `${file}.${String(process.pid)}.${randomBytes(4).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await writeAndClose(handle, text);
    await link(draft, file).catch(ignoreIfThere);
  } finally {
    // Also when the disk is full: half a key shall not stay.
    await unlink(draft);
  }
  if (isPosix) await syncDirectory(dirname(file));
}

async function writeAndClose(handle: FileHandle, text: string): Promise<void> {
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

function undefinedIfMissing(error: unknown): undefined {
  if (!hasCode(error, 'ENOENT')) throw error;
}

function ignoreIfThere(error: unknown): void {
  if (!hasCode(error, 'EEXIST')) throw error;
}
