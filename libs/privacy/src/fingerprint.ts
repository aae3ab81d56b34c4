import { hash } from 'node:crypto';
import type { WrappingKey } from './wrapping-key.js';

const blockBytes = 64;

/** HMAC-SHA-256 with the key taken in once: in two calls it takes half the time of an Hmac object made for each text. */
const hmacBy = (key: Uint8Array): ((text: string) => Buffer) => {
  const block = Buffer.alloc(blockBytes);
  block.set(key);
  const [inner, outer] = [0x36, 0x5c].map((pad) => block.map((byte) => byte ^ pad));
  return (text) => {
    const digest = hash('sha256', Buffer.concat([inner ?? block, Buffer.from(text)]), 'buffer');
    return hash('sha256', Buffer.concat([outer ?? block, digest]), 'buffer');
  };
};

/** Gives short keyed hashes of texts: equal for equal texts, and telling nothing about them to who lacks the key. */
export function fingerprintBy(wrappingKey: WrappingKey): (text: string) => string {
  const hmac = hmacBy(wrappingKey.derive('fingerprint'));
  return (text) => hmac(text).subarray(0, 16).toString('base64url');
}
