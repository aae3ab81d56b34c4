import Holidays from 'date-holidays';
import { publicHolidays } from './public-holidays.js';

describe('public holidays', () => {
  it('are, in two centuries, those that a library for all countries knows', () => {
    const norway = new Holidays('NO', { types: ['public'] });
    const knownOf = (year: number) => [...new Set(norway.getHolidays(year).map(({ date }) => date.slice(0, 10)))].toSorted();
    for (let year = 1950; year < 2150; year += 1) expect([...publicHolidays(year)].toSorted()).toEqual(knownOf(year));
  });
});
