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
export const reduceConsents = (cells: readonly LedgerCell[], { type, data }: RecordedEvent): readonly LedgerCell[] => {
  switch (type) {
    case 'ConsentGiven': {
      const { on, ...cell } = data;
      return [...cells, { ...cell, givenOn: on }];
    }
    case 'ConsentWithdrawn':
      return changed(cells, data.consentId, { withdrawnOn: data.on });
    case 'ConsentExpired':
      return changed(cells, data.consentId, { expiredOn: data.on });
    default:
      return cells;
  }
};
