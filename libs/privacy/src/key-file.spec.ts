import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InMemoryKeyStore } from './adapters/in-memory.key-store.js';
import { openWrappingKey } from './key-file.js';
import { WrappingKey } from './wrapping-key.js';

const keyText = (secret: Uint8Array): string => `samspor-wrapping-key v1\n${Buffer.from(secret).toString('base64url')}\n`;

describe('the key file', () => {
  let directory: string;
  let file: string;
  let keys: InMemoryKeyStore;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'samspor-key-'));
    file = join(directory, 'wrapping.key');
    keys = new InMemoryKeyStore();
  });

  afterEach(() => rm(directory, { recursive: true }));

  it('is made on first start, readable by its owner only, and nothing else is left', async () => {
    await openWrappingKey(file, keys);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).toMatch(/^samspor-wrapping-key v1\n[\w-]{43}\n$/);
    expect(await readdir(directory)).toEqual(['wrapping.key']);
  });

  it('gives the same key on every start', async () => {
    const first = await openWrappingKey(file, keys);
    const second = await openWrappingKey(file, keys);
    expect(second.derive('fingerprint').equals(first.derive('fingerprint'))).toBe(true);
  });

  it('is made once by processes that start together', async () => {
    const opened = await Promise.all(Array.from({ length: 8 }, () => openWrappingKey(file, keys)));
    expect(new Set(opened.map((key) => key.derive('fingerprint').toString('hex'))).size).toBe(1);
    expect(await readdir(directory)).toEqual(['wrapping.key']);
  });

  it('is left as it is when another process makes it at the same moment', async () => {
    const others = keys;
    let made: Promise<WrappingKey> | undefined;
    const slow = new (class extends InMemoryKeyStore {
      // Asked after the file was found missing, and before one is made.
      override async findCheck(): Promise<Uint8Array | undefined> {
        made = openWrappingKey(file, others);
        await made;
        return super.findCheck();
      }
    })();
    const opened = await openWrappingKey(file, slow);
    expect(opened.derive('fingerprint').equals((await made)?.derive('fingerprint') ?? randomBytes(32))).toBe(true);
  });

  it('is taken as it is when a new key store has none yet', async () => {
    const secret = randomBytes(32);
    await writeFile(file, keyText(secret), { mode: 0o600 });
    const opened = await openWrappingKey(file, keys);
    expect(opened.derive('fingerprint').equals(new WrappingKey(secret).derive('fingerprint'))).toBe(true);
  });

  it('is refused when it is missing and the key store was used', async () => {
    await openWrappingKey(file, keys);
    await rm(file);
    await expect(openWrappingKey(file, keys)).rejects.toThrow(/missing.*Restore it from its backup/);
    expect(await readdir(directory)).toEqual([]);
  });

  it.each([0o640, 0o604, 0o660, 0o620])('is refused with mode %o', async (mode) => {
    await openWrappingKey(file, keys);
    await chmod(file, mode);
    await expect(openWrappingKey(file, keys)).rejects.toThrow(`chmod 600 ${file}`);
  });

  it('may be read-only', async () => {
    await openWrappingKey(file, keys);
    await chmod(file, 0o400);
    await expect(openWrappingKey(file, keys)).resolves.toBeInstanceOf(WrappingKey);
  });

  it.each([
    '',
    'samspor-wrapping-key v1\n',
    `samspor-wrapping-key v2\n${'A'.repeat(43)}\n`,
    `${'A'.repeat(43)}\n`,
    keyText(randomBytes(31)),
  ])('is refused when it holds %j', async (text) => {
    await writeFile(file, text, { mode: 0o600 });
    await expect(openWrappingKey(file, keys)).rejects.toThrow(/not a wrapping key.*Restore/);
  });

  it('is refused when it belongs to another key store', async () => {
    await openWrappingKey(file, keys);
    await writeFile(file, keyText(randomBytes(32)));
    await expect(openWrappingKey(file, keys)).rejects.toThrow(/not the key that this key store was made with/);
  });
});

describe('the wrapping key', () => {
  it('gives each purpose a key of its own', () => {
    const key = new WrappingKey(randomBytes(32));
    const derived = (['key-wrapping', 'identity-index', 'fingerprint', 'token-signing', 'check'] as const).map((purpose) =>
      key.derive(purpose).toString('hex'),
    );
    expect(new Set(derived).size).toBe(5);
    expect(derived.every((text) => text.length === 64)).toBe(true);
  });

  it('has 32 bytes', () => {
    expect(() => new WrappingKey(randomBytes(16))).toThrow(RangeError);
  });
});
