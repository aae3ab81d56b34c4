import { Fold } from './fold.js';
import { counting } from './testing/counting-view.js';
import { recorded } from './testing/record.js';
import { something } from './testing/running.js';
import type { View } from './view.js';

/** A view that tells an event to two documents, and cannot tell the second of them. */
const halfFailing: View<{ readonly seen: number }> = {
  name: 'half-failing',
  version: 1,
  keys: () => ['first', 'second'],
  reduce: (doc, _event, key) => {
    if (key === 'second') throw new Error('a fault of this test');
    return { seen: (doc?.seen ?? 0) + 1 };
  },
};

const [event] = recorded([something('youth-1')]);

describe('a fold', () => {
  it('folds an event into all its documents or into none', () => {
    const fold = new Fold(halfFailing, new Map());
    expect(() => event && fold.apply(event, ['first', 'second'])).toThrow('a fault of this test');
    expect([fold.documents.size, fold.changes().size]).toEqual([0, 0]);
  });

  it('does not fold again what a document has seen', () => {
    const doc = { revisions: [0] };
    const fold = new Fold(counting, new Map([['youth-1', { doc, position: 1n, indexes: {} }]]));
    if (event) fold.apply(event, ['youth-1']);
    expect([fold.documents.get('youth-1')?.doc, fold.changes().size]).toEqual([doc, 0]);
  });

  it('changes nothing when the view hands back the document', () => {
    const idle: View<object> = { ...counting, reduce: (doc) => doc };
    const fold = new Fold(idle, new Map([['youth-1', { doc: {}, position: 0n, indexes: {} }]]));
    if (event) fold.apply(event, ['youth-1']);
    expect(fold.changes().size).toBe(0);
  });

  it('removes a document that the view takes away', () => {
    const removing: View<object> = { ...counting, indexes: () => ({ a: 'b' }), reduce: () => undefined };
    const fold = new Fold(removing, new Map([['youth-1', { doc: {}, position: 0n, indexes: { a: 'b' } }]]));
    if (event) fold.apply(event, ['youth-1']);
    expect(fold.changes().get('youth-1')).toEqual({ doc: undefined, position: 1n, indexes: {}, indexesBefore: { a: 'b' } });
  });
});
