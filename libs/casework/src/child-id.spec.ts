import fc from 'fast-check';
import { v5 } from 'uuid';
import { childId } from './child-id.js';

describe('an id that follows from another', () => {
  it('is the UUID v5 of the two', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string({ unit: 'grapheme' }), (id, name) => {
        expect(childId(id, name)).toBe(v5(name, id));
      }),
    );
  });
});
