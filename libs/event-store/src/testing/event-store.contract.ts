import { describe } from '@jest/globals';
import { expectedRevisionContract } from './contract/expected-revision.contract.js';
import { limitsContract } from './contract/limits.contract.js';
import { readingContract } from './contract/reading.contract.js';
import { repeatContract } from './contract/repeat.contract.js';
import { subscribingContract } from './contract/subscribing.contract.js';
import { unknownOutcomeContract } from './contract/unknown-outcome.contract.js';
import type { OpenStore } from './opened-store.js';

/** The suite that every adapter of EventStore passes. The store that is opened may hold events already. */
export const eventStoreContract = (name: string, open: OpenStore): void =>
  describe(`the event store ${name}`, () => {
    readingContract(open);
    expectedRevisionContract(open);
    limitsContract(open);
    repeatContract(open);
    subscribingContract(open);
    unknownOutcomeContract(open);
  });
