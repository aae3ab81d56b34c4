import { Dice } from './dice.js';

describe('the dice of the demo', () => {
  it('fall the same for the same seed, and otherwise for another', () => {
    const fallen = (seed: number): readonly number[] => {
      const dice = new Dice(seed);
      return Array.from({ length: 20 }, () => dice.between(1, 6));
    };
    expect(fallen(7)).toEqual(fallen(7));
    expect(fallen(7)).not.toEqual(fallen(8));
    expect(fallen(7).every((face) => face >= 1 && face <= 6)).toBe(true);
  });

  it('shuffle without losing anything', () => {
    const items = [1, 2, 3, 4, 5, 6, 7, 8];
    const shuffled = new Dice(1).shuffled(items);
    expect(shuffled).not.toEqual(items);
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(items);
  });
});
