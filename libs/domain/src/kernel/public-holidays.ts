import type { Day } from './day.js';

/** Lov om 1 og 17 mai som høgtidsdager § 1; lov om helligdager og helligdagsfred § 2. */
const fixed = ['01-01', '05-01', '05-17', '12-25', '12-26'];

/** In days from Easter Sunday: Maundy Thursday, Good Friday, Easter, Easter Monday, Ascension Day, Whit Sunday, Whit Monday (§ 2). */
const movable = [-3, -2, 0, 1, 39, 49, 50];

const MARCH = 2;
const EARLIEST_EASTER = 22;
const MOON_CYCLE = 19;

/** How many days after 22 March Easter Sunday is in the Gregorian calendar, in the form that Meeus gives the rule. */
const easterAfterEarliest = (year: number): number => {
  const [century, yearOfCentury, golden] = [Math.floor(year / 100), year % 100, year % MOON_CYCLE];
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const toFullMoon = (MOON_CYCLE * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - toFullMoon - (yearOfCentury % 4)) % 7;
  const weekTooLate = Math.floor((golden + 11 * toFullMoon + 22 * toSunday) / 451);
  return toFullMoon + toSunday - 7 * weekTooLate;
};

const byYear = new Map<number, ReadonlySet<Day>>();

/** The public holidays of a year in Norway. */
export const publicHolidays = (year: number): ReadonlySet<Day> => {
  const known = byYear.get(year);
  if (known) return known;
  const easter = EARLIEST_EASTER + easterAfterEarliest(year);
  const dates = [
    ...fixed.map((date) => `${String(year).padStart(4, '0')}-${date}`),
    ...movable.map((n) => new Date(Date.UTC(year, MARCH, easter + n)).toISOString().slice(0, 10)),
  ];
  const days = new Set(dates);
  byYear.set(year, days);
  return days;
};
