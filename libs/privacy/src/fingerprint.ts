import { hash } from 'node:crypto';
import type { WrappingKey } from './wrapping-key.js';

const blockBytes = 64;

const digestBytes = 32;

/** HMAC-SHA-256 with the key taken in once: in two calls it takes half the time of an Hmac object made for each text. */
const hmacBy = (key: Uint8Array): ((text: string) => Buffer) => {
  const inner = Buffer.alloc(blockBytes, 0x36);
  const outer = Buffer.alloc(blockBytes + digestBytes, 0x5c);
  for (const [at, byte] of key.entries()) {
    inner[at] = 0x36 ^ byte;
    outer[at] = 0x5c ^ byte;
  }
  return (text) => {
    const whole = Buffer.allocUnsafe(blockBytes + Buffer.byteLength(text));
    whole.set(inner);
    whole.write(text, blockBytes);
    // Each as text, which costs less than an ArrayBuffer of its own each time.
    outer.write(hash('sha256', whole, 'binary'), blockBytes, 'latin1');
    return Buffer.from(hash('sha256', outer, 'binary'), 'latin1');
  };
};

/** Gives short keyed hashes of texts: equal for equal texts, and telling nothing about them to who lacks the key. */
export function fingerprintBy(wrappingKey: WrappingKey): (text: string) => string {
  const hmac = hmacBy(wrappingKey.derive('fingerprint'));
  return (text) => hmac(text).toString('base64url', 0, 16);
}
