import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { decrypt, encrypt, lengthPrefixed } from './aes-gcm.js';
import type { KeyStore, WrappedKey } from './key-store.js';
import { SealBroken } from './sealed.js';
import type { WrappingKey } from './wrapping-key.js';

/** Whose key it is: one subject's at one owning agency. */
export interface KeyHolder {
  readonly subject: string;
  readonly owner: string;
}

/** A data key ready for use. */
export interface DataKey {
  readonly id: Uint8Array;
  readonly secret: Uint8Array;
}

const ID_BYTES = 16;

const nameOf = ({ subject, owner }: KeyHolder): string => `${owner}|${subject}`;

const bindingOf = ({ subject, owner }: KeyHolder, id: Uint8Array): Buffer =>
  lengthPrefixed(subject, owner, Buffer.from(id).toString('hex'));

/**
 * The data keys, unwrapped: a random one for each subject and owner. Random and not derived from ids, since what can be derived
 * again can never be destroyed.
 */
export class DataKeys {
  readonly #store: KeyStore;
  readonly #wrapping: Buffer;
  /** The id and then the secret, a byte a character: as bytes of their own they would be three objects each. */
  readonly #cache: LRUCache<string, string>;
  readonly #underway = new Map<string, Promise<DataKey>>();
  readonly #sought = new Map<string, Promise<DataKey | undefined>>();

  constructor(store: KeyStore, wrappingKey: WrappingKey, cacheSize: number) {
    this.#store = store;
    this.#wrapping = wrappingKey.derive('key-wrapping');
    this.#cache = new LRUCache({ max: cacheSize });
  }

  /** The holder's key if it is at hand. */
  peek(holder: KeyHolder): DataKey | undefined {
    const text = this.#cache.get(nameOf(holder));
    if (text === undefined) return undefined;
    const pair = Buffer.from(text, 'latin1');
    return { id: pair.subarray(0, ID_BYTES), secret: pair.subarray(ID_BYTES) };
  }

  /** The holder's key; a new one is durable before it is given. */
  obtain(holder: KeyHolder): Promise<DataKey> {
    const name = nameOf(holder);
    const underway = this.#underway.get(name) ?? this.#findOrAdd(holder).finally(() => this.#underway.delete(name));
    this.#underway.set(name, underway);
    return underway;
  }

  /** The key that a part of this holder names; undefined when it was destroyed. Looked up once for all the parts of a page. */
  find(holder: KeyHolder, id: Uint8Array): Promise<DataKey | undefined> {
    const name = `${nameOf(holder)}|${Buffer.from(id).toString('base64')}`;
    const sought = this.#sought.get(name) ?? this.#look(holder, id).finally(() => this.#sought.delete(name));
    this.#sought.set(name, sought);
    return sought;
  }

  async #look(holder: KeyHolder, id: Uint8Array): Promise<DataKey | undefined> {
    const found = await this.#store.findKeyById(id);
    if (found) return this.#unwrap(holder, found);
    // A holder has one key, ever: another one beside the missing one means that the id was tampered with.
    if (await this.#store.findKey(holder.subject, holder.owner)) throw new SealBroken('It names a key that was never its own.');
    return undefined;
  }

  async #findOrAdd(holder: KeyHolder): Promise<DataKey> {
    const { subject, owner } = holder;
    return this.#unwrap(holder, (await this.#store.findKey(subject, owner)) ?? (await this.#store.addKey(this.#mint(holder))));
  }

  #mint(holder: KeyHolder): WrappedKey {
    const { subject, owner } = holder;
    const id = randomBytes(ID_BYTES);
    return { id, subject, owner, wrapped: encrypt(this.#wrapping, bindingOf(holder, id), randomBytes(32)) };
  }

  #unwrap(holder: KeyHolder, { id, wrapped }: WrappedKey): DataKey {
    const secret = decrypt(this.#wrapping, bindingOf(holder, id), wrapped);
    if (!secret) throw new SealBroken('Its key belongs to somebody else, or the key store was tampered with.');
    this.#cache.set(nameOf(holder), Buffer.concat([id, secret]).toString('latin1'));
    return { id, secret };
  }
}
