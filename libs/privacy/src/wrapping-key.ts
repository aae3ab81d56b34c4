import { hkdfSync } from 'node:crypto';

/** What a key derived from the wrapping key is for; each purpose has its own. */
export type Purpose = 'key-wrapping' | 'identity-index' | 'fingerprint' | 'token-signing' | 'check';

/** The hub's one root secret. It is never used itself: every use has a key of its own, derived from it. */
export class WrappingKey {
  readonly #secret: Uint8Array;

  /** Takes 32 secret bytes. */
  constructor(secret: Uint8Array) {
    if (secret.length !== 32) throw new RangeError('A wrapping key has 32 bytes.');
    this.#secret = Uint8Array.from(secret);
  }

  /** The 32 bytes for one purpose (HKDF-SHA-256). */
  derive(purpose: Purpose): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#secret, '', `samspor/v1/${purpose}`, 32));
  }
}
