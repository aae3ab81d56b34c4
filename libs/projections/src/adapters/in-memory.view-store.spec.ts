import { viewStoreContract } from '../testing/view-store.contract.js';
import { InMemoryViewStore } from './in-memory.view-store.js';

viewStoreContract('in memory', async () => new InMemoryViewStore());
