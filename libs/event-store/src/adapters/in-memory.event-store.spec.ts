import { describe } from '@jest/globals';
import { eventStoreContract, uniqueIdsContract, type OpenedStore } from '../testing/index.js';
import { InMemoryEventStore } from './in-memory.event-store.js';

const openInMemory = async (): Promise<OpenedStore> => {
  let current = InMemoryEventStore.empty();
  return {
    store: current,
    reopen: async () => {
      await current.close();
      current = current.reopened();
      return current;
    },
    close: () => current.close(),
  };
};

eventStoreContract('in memory', openInMemory);

describe('the event store in memory', () => uniqueIdsContract(openInMemory));
