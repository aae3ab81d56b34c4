import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addWorkingDays,
  ageOn,
  dayIn,
  daysBetween,
  isDay,
  isWorkingDay,
  schoolYear,
  schoolYearOf,
  workingDayFrom,
  workingDaysBetween,
  yearTurned,
} from './calendar.js';

const aDay = fc.integer({ min: 0, max: 365 * 40 }).map((n) => addDays('2000-01-01', n));
const aCount = fc.integer({ min: -400, max: 400 });

describe('days', () => {
  it.each(['2024-02-29', '2026-12-31', '0999-01-01'])('takes %s as a day', (text) => expect(isDay(text)).toBe(true));

  it.each(['2023-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2026-01-01T00:00', '20260101', ''])('refuses %s', (text) =>
    expect(isDay(text)).toBe(false),
  );

  it('adds and counts over month ends and leap days', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2025-01-01', -1)).toBe('2024-12-31');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
  });

  it('adds months, and stays within a shorter month', () => {
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2025-11-15', 3)).toBe('2026-02-15');
    expect(addMonths('2025-01-15', -13)).toBe('2023-12-15');
  });

  it('finds the same distance as was added', () =>
    fc.assert(fc.property(aDay, aCount, (day, n) => expect(daysBetween(day, addDays(day, n))).toBe(n))));
});

describe('age', () => {
  it('rises on the birthday', () => {
    expect(ageOn('2009-05-17', '2025-05-16')).toBe(15);
    expect(ageOn('2009-05-17', '2025-05-17')).toBe(16);
    expect(yearTurned('2002-12-31', 24)).toBe(2026);
  });

  it('rises on 1 March for somebody born on 29 February, except in leap years', () => {
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
    expect(ageOn('2008-02-29', '2028-02-29')).toBe(20);
  });
});

describe('the school year, 1 August to 31 July', () => {
  it('starts on 1 August', () => {
    expect(schoolYearOf('2025-07-31')).toBe('2024/25');
    expect(schoolYearOf('2025-08-01')).toBe('2025/26');
    expect(schoolYearOf('1999-08-01')).toBe('1999/00');
  });

  it('has its first and last day', () => expect(schoolYear('2025/26')).toEqual({ from: '2025-08-01', to: '2026-07-31' }));

  it.each(['2025/27', '2025', '25/26', 'next'])('refuses %s', (label) => expect(() => schoolYear(label)).toThrow(RangeError));

  it('holds each of its days', () =>
    fc.assert(
      fc.property(aDay, (day) => {
        const { from, to } = schoolYear(schoolYearOf(day));
        expect(from <= day && to !== undefined && day <= to).toBe(true);
      }),
    ));
});

describe('working days', () => {
  const holidays = {
    2024: '01-01 03-28 03-29 04-01 05-01 05-09 05-17 05-20 12-25 12-26',
    2025: '01-01 04-17 04-18 04-21 05-01 05-29 06-09 12-25 12-26',
    2026: '01-01 04-02 04-03 04-06 05-01 05-14 05-25 12-25',
    2027: '01-01 03-25 03-26 03-29 05-06 05-17',
  };

  it.each(Object.entries(holidays))('are interrupted by the holidays of %s that fall on weekdays, and by no others', (year, monthDays) => {
    const weekdaysOff = Array.from({ length: 366 }, (_, n) => addDays(`${year}-01-01`, n))
      .filter((day) => day.startsWith(year) && ![0, 6].includes(new Date(day).getUTCDay()))
      .filter((day) => !isWorkingDay(day));
    expect(weekdaysOff).toEqual(monthDays.split(' ').map((monthDay) => `${year}-${monthDay}`));
  });

  it('are not Saturdays and Sundays, but are Christmas Eve and New Year’s Eve', () => {
    expect(['2026-03-14', '2026-03-15', '1969-12-27', '1969-12-28'].map(isWorkingDay)).toEqual([false, false, false, false]);
    expect(['2026-12-24', '2026-12-31', '1969-12-29'].map(isWorkingDay)).toEqual([true, true, true]);
  });

  it('are counted past Easter', () => {
    expect(addWorkingDays('2026-03-31', 3)).toBe('2026-04-08');
    expect(addWorkingDays('2026-04-08', -3)).toBe('2026-03-31');
    expect(addWorkingDays('2026-04-03', 0)).toBe('2026-04-03');
    expect(workingDaysBetween('2026-03-31', '2026-04-08')).toBe(3);
    expect(workingDaysBetween('2026-04-08', '2026-03-31')).toBe(-3);
  });

  it('take over a deadline that falls on a day off', () => {
    expect(workingDayFrom('2026-02-01')).toBe('2026-02-02');
    expect(workingDayFrom('2026-04-02')).toBe('2026-04-07');
    expect(workingDayFrom('2026-03-02')).toBe('2026-03-02');
  });

  it('are found again by counting', () =>
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 120 }), (day, n) => expect(workingDaysBetween(day, addWorkingDays(day, n))).toBe(n)),
    ));

  it('lead back to a working day that they started from', () =>
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 120 }), (day, n) => {
        const start = workingDayFrom(day);
        expect(addWorkingDays(addWorkingDays(start, n), -n)).toBe(start);
      }),
    ));
});

describe('the day in Norway', () => {
  it.each([
    ['2026-01-14T22:59:59Z', '2026-01-14'],
    ['2026-01-14T23:00:00Z', '2026-01-15'],
    ['2026-07-14T21:59:59Z', '2026-07-14'],
    ['2026-07-14T22:00:00Z', '2026-07-15'],
    ['2026-03-29T22:00:00Z', '2026-03-30'],
    ['2026-10-25T22:30:00Z', '2026-10-25'],
  ])('at %s is %s', (instant, day) => expect(dayIn(new Date(instant))).toBe(day));
});
