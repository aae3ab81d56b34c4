import { KeyStore, type WrappedKey } from '../key-store.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const copyOf = (key: WrappedKey): WrappedKey => ({ ...key, id: Uint8Array.from(key.id), wrapped: Uint8Array.from(key.wrapped) });

/** The value that stands in the map under this key; puts the given one there when none does. */
function keepFirst<Value>(map: Map<string, Value>, key: string, value: Value): Value {
  const kept = map.get(key) ?? value;
  map.set(key, kept);
  return kept;
}

/** Keys that live as long as the object, also after `close`; for tests. */
export class InMemoryKeyStore extends KeyStore {
  readonly #keys = new Map<string, WrappedKey>();
  readonly #identities = new Map<string, string>();
  readonly #checks = new Map<string, Uint8Array>();

  override async findKey(subject: string, owner: string): Promise<WrappedKey | undefined> {
    return this.#keys.get(`${owner}|${subject}`);
  }

  override async findKeyById(id: Uint8Array): Promise<WrappedKey | undefined> {
    return [...this.#keys.values()].find((key) => hex(key.id) === hex(id));
  }

  override async addKey(key: WrappedKey): Promise<WrappedKey> {
    return keepFirst(this.#keys, `${key.owner}|${key.subject}`, copyOf(key));
  }

  override async claimIdentity(index: Uint8Array, subject: string): Promise<string> {
    return keepFirst(this.#identities, hex(index), subject);
  }

  override async findIdentity(index: Uint8Array): Promise<string | undefined> {
    return this.#identities.get(hex(index));
  }

  override async findCheck(): Promise<Uint8Array | undefined> {
    return this.#checks.get('wrapping key');
  }

  override async claimCheck(check: Uint8Array): Promise<Uint8Array> {
    return keepFirst(this.#checks, 'wrapping key', Uint8Array.from(check));
  }

  override async close(): Promise<void> {}
}
