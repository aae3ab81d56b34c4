import { createHmac, randomUUID } from 'node:crypto';
import type { KeyStore } from './key-store.js';
import type { WrappingKey } from './wrapping-key.js';

/** Which youth has which identity number. The number itself is stored nowhere here: only its hash under a secret key is. */
export class IdentityIndex {
  readonly #store: KeyStore;
  readonly #key: Buffer;

  constructor(store: KeyStore, wrappingKey: WrappingKey) {
    this.#store = store;
    this.#key = wrappingKey.derive('identity-index');
  }

  /** The youth who has this number; a new one when nobody does. */
  async claim(identityNumber: string): Promise<string> {
    return (await this.find(identityNumber)) ?? this.#store.claimIdentity(this.#indexOf(identityNumber), randomUUID());
  }

  /** The youth who has this number, if any. */
  find(identityNumber: string): Promise<string | undefined> {
    return this.#store.findIdentity(this.#indexOf(identityNumber));
  }

  #indexOf(identityNumber: string): Buffer {
    // Another way of writing it would be another youth. The text stays out of the error: it may be the number.
    if (!/^\d+$/.test(identityNumber)) throw new TypeError('An identity number has only digits.');
    return createHmac('sha256', this.#key).update(identityNumber).digest();
  }
}
