import { createHmac } from 'node:crypto';
import type { WrappingKey } from './wrapping-key.js';

/** Gives short keyed hashes of texts: equal for equal texts, and telling nothing about them to who lacks the key. */
export function fingerprintBy(wrappingKey: WrappingKey): (text: string) => string {
  const key = wrappingKey.derive('fingerprint');
  return (text) => createHmac('sha256', key).update(text).digest().subarray(0, 16).toString('base64url');
}
