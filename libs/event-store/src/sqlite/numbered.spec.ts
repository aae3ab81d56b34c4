import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Numbered } from './numbered.js';

describe('what is out for an answer', () => {
  it('is found under its number and no other, once, whatever else goes and comes back', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat()), { minLength: 1 }), (steps) => {
        const numbered = new Numbered<{ readonly step: number }>();
        const model = new Map<number, { readonly step: number }>();
        for (const [step, back] of steps.entries()) {
          const [number] = [...model.keys()].slice(back === null ? Infinity : back % (model.size + 1));
          if (number === undefined) {
            const thing = { step };
            const given = numbered.add(thing);
            expect(model.has(given)).toBe(false);
            model.set(given, thing);
          } else {
            expect(numbered.take(number)).toBe(model.get(number));
            expect(numbered.take(number)).toBeUndefined();
            model.delete(number);
          }
        }
        expect(new Set(numbered.takeAll())).toEqual(new Set(model.values()));
        expect(numbered.takeAll()).toEqual([]);
      }),
    );
  });

  it('uses numbers again', () => {
    const numbered = new Numbered<object>();
    const numbers = Array.from({ length: 1_000 }, () => {
      const number = numbered.add({});
      numbered.take(number);
      return number;
    });
    expect(new Set(numbers).size).toBe(1);
  });
});
