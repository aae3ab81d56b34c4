import fc from 'fast-check';
import { EqualParts } from './equal-parts.js';

const read = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('what is equal in many values', () => {
  it('is one object, however deep it is', () => {
    const equal = new EqualParts();
    const one = equal.in(read({ id: 1, case: { people: [{ unit: 'ot-1' }] } }));
    const other = equal.in(read({ id: 2, case: { people: [{ unit: 'ot-1' }] }, before: { unit: 'ot-1' } }));
    expect(other.case).toBe(one.case);
    expect(other.before).toBe(one.case.people[0]);
  });

  it('is told apart by each of its fields and by their order', () => {
    const equal = new EqualParts();
    const { parts } = equal.in(read({ parts: [{ a: 1, b: 2 }, { b: 2, a: 1 }, { a: 1, b: '2' }, { a: 1 }, [1, 2], [[1, 2]]] }));
    expect(new Set(parts).size).toBe(parts.length);
  });

  it('leaves every value as it was read', () => {
    const equal = new EqualParts();
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(JSON.stringify(equal.in(read(value)))).toBe(JSON.stringify(read(value)));
      }),
    );
  });
});
