export { InMemoryKeyStore } from './adapters/in-memory.key-store.js';
export { SqliteKeyStore } from './adapters/sqlite.key-store.js';
export { fingerprintBy } from './fingerprint.js';
export { IdentityIndex } from './identity-index.js';
export { checkWrappingKey, openWrappingKey, WrappingKeyRefused } from './key-file.js';
export { KeyStore, KeyStoreUnavailable, type WrappedKey } from './key-store.js';
export { SealBroken, Shredded, type Personal, type Place } from './sealed.js';
export { Sealer } from './sealer.js';
export { WrappingKey, type Purpose } from './wrapping-key.js';
