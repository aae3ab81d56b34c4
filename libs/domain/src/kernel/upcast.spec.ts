import { type Upcasters, upcast } from './upcast.js';

const upcasters: Upcasters = {
  CupFilled: {
    1: ({ ml }) => ({ litres: Number(ml) / 1000 }),
    2: ({ litres }) => ({ litres, drink: 'tea' }),
  },
};

describe('upcasting', () => {
  it('reads old data as the newest version', () =>
    expect(upcast(upcasters, 'CupFilled', 1, { ml: 200 })).toEqual({ litres: 0.2, drink: 'tea' }));

  it('starts at the version that the data was written in', () =>
    expect(upcast(upcasters, 'CupFilled', 2, { litres: 0.3 })).toEqual({ litres: 0.3, drink: 'tea' }));

  it('leaves the newest version and other events as they are', () => {
    const data = { litres: 1, drink: 'milk' };
    expect(upcast(upcasters, 'CupFilled', 3, data)).toBe(data);
    expect(upcast(upcasters, 'CupBroken', 1, data)).toBe(data);
  });
});
