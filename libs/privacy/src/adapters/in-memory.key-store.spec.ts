import { keyStoreContract } from '../testing/key-store.contract.js';
import { InMemoryKeyStore } from './in-memory.key-store.js';

keyStoreContract('in memory', () => {
  const store = new InMemoryKeyStore();
  return { open: () => Promise.resolve(store), dispose: () => Promise.resolve() };
});
