import { boxOverhead, decrypt, encrypt, lengthPrefixed } from './aes-gcm.js';
import { DataKeys, type DataKey } from './data-keys.js';
import type { KeyStore } from './key-store.js';
import { SealBroken, Shredded, type Personal, type Place } from './sealed.js';
import type { WrappingKey } from './wrapping-key.js';

const version = 1;
const versionByte = Buffer.of(version);
const header = 1 + 16;
// Lengths are told in steps of this size only, since the length of a note says something about it.
const bucket = 256;

const bindingOf = ({ stream, revision, eventId, type }: Place): Buffer =>
  lengthPrefixed(stream, revision, eventId, type, 'personal', version);

function padded(personal: Personal): Buffer {
  const text = JSON.stringify(personal);
  const bytes = Buffer.byteLength(text);
  // Spaces after a JSON value mean nothing, so that the padding needs no mark of its own.
  const plain = Buffer.alloc(Math.ceil(bytes / bucket) * bucket, ' ');
  plain.write(text);
  return plain;
}

function sealWith({ id, secret }: DataKey, place: Place, personal: Personal): Uint8Array {
  const { buffer, byteOffset, byteLength } = encrypt(secret, bindingOf(place), padded(personal), versionByte, id);
  // As a store gives it back, so that what was just sealed and what is read are the same kind of thing.
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function openWith({ secret }: DataKey, place: Place, sealed: Uint8Array): Personal {
  const plain = decrypt(secret, bindingOf(place), sealed.subarray(header));
  if (!plain) throw new SealBroken(`The sealed part of ${place.stream} ${String(place.revision)} was altered or moved.`);
  return JSON.parse(plain.toString()) as Personal;
}

/**
 * Seals the personal fields of events, one blob for each: version (1 byte), key id (16), iv (12), tag (16), ciphertext. Answers
 * at once when the key is at hand, else after the key store has.
 */
export class Sealer {
  readonly #keys: DataKeys;

  /** Keeps at most `cacheSize` data keys at hand. */
  constructor(store: KeyStore, wrappingKey: WrappingKey, cacheSize = 10_000) {
    this.#keys = new DataKeys(store, wrappingKey, cacheSize);
  }

  /** The bytes to store at this place. Their key is durable. */
  seal(place: Place, personal: Personal): Uint8Array | Promise<Uint8Array> {
    const key = this.#keys.peek(place);
    return key ? sealWith(key, place, personal) : this.#keys.obtain(place).then((obtained) => sealWith(obtained, place, personal));
  }

  /** What was sealed here, or Shredded when its key was destroyed. Throws SealBroken for bytes altered or from another place. */
  open(place: Place, sealed: Uint8Array): Personal | Shredded | Promise<Personal | Shredded> {
    if (sealed[0] !== version || sealed.length <= header + boxOverhead) throw new SealBroken('It is not a sealed part.');
    const key = this.#keys.peek(place);
    const isIts = key !== undefined && Buffer.compare(key.id, sealed.subarray(1, header)) === 0;
    return isIts ? openWith(key, place, sealed) : this.#openLater(place, sealed);
  }

  async #openLater(place: Place, sealed: Uint8Array): Promise<Personal | Shredded> {
    const key = await this.#keys.find(place, sealed.subarray(1, header));
    return key ? openWith(key, place, sealed) : new Shredded();
  }
}
