import { createHash, createHmac, randomBytes } from 'node:crypto';
import { InMemoryKeyStore } from './adapters/in-memory.key-store.js';
import { fingerprintBy } from './fingerprint.js';
import { IdentityIndex } from './identity-index.js';
import { WrappingKey } from './wrapping-key.js';

// Synthetic: month + 80.
const number = '13861299919';

describe('the identity index', () => {
  it('gives a number one youth, also when many claim it at once and after a restart', async () => {
    const [store, key] = [new InMemoryKeyStore(), new WrappingKey(randomBytes(32))];
    const index = new IdentityIndex(store, key);
    const claimed = await Promise.all(Array.from({ length: 20 }, () => index.claim(number)));
    expect(new Set(claimed).size).toBe(1);
    expect(await new IdentityIndex(store, key).find(number)).toBe(claimed[0]);
    expect(claimed[0]).toMatch(/^[\da-f-]{36}$/);
  });

  it('gives another number another youth, and finds none for a number nobody claimed', async () => {
    const index = new IdentityIndex(new InMemoryKeyStore(), new WrappingKey(randomBytes(32)));
    expect(await index.claim(number)).not.toBe(await index.claim('13861299920'));
    expect(await index.find('13861299938')).toBeUndefined();
  });

  it('gives the key store neither the number nor a hash that can be made without the key', async () => {
    const seen: string[] = [];
    const store = new (class extends InMemoryKeyStore {
      override claimIdentity(index: Uint8Array, subject: string): Promise<string> {
        seen.push(Buffer.from(index).toString('hex'));
        return super.claimIdentity(index, subject);
      }
    })();
    await new IdentityIndex(store, new WrappingKey(randomBytes(32))).claim(number);
    const guesses = [createHash('sha256'), createHmac('sha256', '')].map((hash) => hash.update(number).digest('hex'));
    expect(seen).toHaveLength(1);
    expect(guesses).not.toContain(seen[0]);
  });

  it('refuses another way of writing a number, without repeating it', async () => {
    const index = new IdentityIndex(new InMemoryKeyStore(), new WrappingKey(randomBytes(32)));
    await expect(index.claim('138612 99919')).rejects.toThrow(/^An identity number has only digits\.$/);
  });
});

describe('a fingerprint', () => {
  it('is the same for the same text under the same key only', () => {
    const [key, other] = [new WrappingKey(randomBytes(32)), new WrappingKey(randomBytes(32))];
    expect(fingerprintBy(key)('{"a":1}')).toBe(fingerprintBy(key)('{"a":1}'));
    expect(fingerprintBy(key)('{"a":1}')).not.toBe(fingerprintBy(key)('{"a":2}'));
    expect(fingerprintBy(key)('{"a":1}')).not.toBe(fingerprintBy(other)('{"a":1}'));
    expect(fingerprintBy(key)('{"a":1}')).toMatch(/^[\w-]{22}$/);
  });
});
