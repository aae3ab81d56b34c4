/** A data key of one subject and one owning agency, encrypted by the wrapping key. */
export interface WrappedKey {
  /** 16 random bytes. */
  readonly id: Uint8Array;
  readonly subject: string;
  readonly owner: string;
  readonly wrapped: Uint8Array;
}

/** Where wrapped data keys and the keyed identity index live; apart from events and views. A port. */
export abstract class KeyStore {
  abstract findKey(subject: string, owner: string): Promise<WrappedKey | undefined>;
  abstract findKeyById(id: Uint8Array): Promise<WrappedKey | undefined>;
  /** Keeps the key durably, or gives the one that (subject, owner) already has: the first wins. */
  abstract addKey(key: WrappedKey): Promise<WrappedKey>;
  /** The subject that holds this index; takes it for `subject` when nobody does. Durable. */
  abstract claimIdentity(index: Uint8Array, subject: string): Promise<string>;
  abstract findIdentity(index: Uint8Array): Promise<string | undefined>;
  /** The check value of the wrapping key that all keys here are wrapped by; none in a store that was never used. */
  abstract findCheck(): Promise<Uint8Array | undefined>;
  /** Keeps the check value durably, or gives the one that is there: the first wins. */
  abstract claimCheck(check: Uint8Array): Promise<Uint8Array>;
  abstract close(): Promise<void>;
}

/** The key store cannot be read or written now; nothing was sealed or opened. */
export class KeyStoreUnavailable extends Error {
  override readonly name = 'KeyStoreUnavailable';
}
