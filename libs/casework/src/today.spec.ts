import { dayIn } from '@samspor/domain';
import fc from 'fast-check';
import { todayBy } from './today.js';

describe('the day of today', () => {
  it('is that of the clock, wherever it goes', () => {
    let now = new Date(0);
    const today = todayBy(() => now);
    const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    const steps = fc.array(fc.integer({ min: -7_200_000, max: 7_200_000 }), { maxLength: 20 });
    fc.assert(
      fc.property(instants, steps, (start, ahead) => {
        now = start;
        for (const step of ahead) {
          now = new Date(now.getTime() + step);
          expect(today()).toBe(dayIn(now));
        }
      }),
    );
  });
});
