import type { Consent } from '@samspor/domain';
import type { RecordedEvent } from '../view.js';

/** A cell of the consent ledger, with the form that it was given on. */
export interface LedgerCell extends Consent {
  readonly formVersion: string;
  readonly how: 'written' | 'digital' | 'oral';
  readonly givenOn: string;
}

const changed = (cells: readonly LedgerCell[], id: string, change: Partial<LedgerCell>): readonly LedgerCell[] =>
  cells.map((cell) => (cell.consentId === id ? { ...cell, ...change } : cell));

/** The consent ledger, after an event: also what was withdrawn or has expired. */
export const reduceConsents = (cells: readonly LedgerCell[], event: RecordedEvent): readonly LedgerCell[] => {
  switch (event.type) {
    case 'ConsentGiven': {
      const { on, ...cell } = event.data;
      return [...cells, { ...cell, givenOn: on }];
    }
    case 'ConsentWithdrawn':
      return changed(cells, event.data.consentId, { withdrawnOn: event.data.on });
    case 'ConsentExpired':
      return changed(cells, event.data.consentId, { expiredOn: event.data.on });
    default:
      return cells;
  }
};
