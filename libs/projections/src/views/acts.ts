import type { View } from '../view.js';

/** Where an act stands: who did what is in the event itself. */
export interface ActDocument {
  readonly stream: string;
  readonly revision: number;
}

const POSITION_DIGITS = 20;

/** The keys of everything that somebody has done, for a range. */
export const actsOf = (actorId: string): { readonly from: string; readonly to: string } => ({
  from: `${actorId}/${'0'.repeat(POSITION_DIGITS)}`,
  to: `${actorId}/${'9'.repeat(POSITION_DIGITS)}`,
});

/** One small document for each event of every stream, by who did it, in the order of all events. */
export const actsView: View<ActDocument> = {
  name: 'acts',
  version: 1,
  isLog: true,
  keys: ({ metadata, position }) => [`${metadata.actor.id}/${String(position).padStart(POSITION_DIGITS, '0')}`],
  reduce: (_act, { stream, revision }) => ({ stream, revision }),
};
