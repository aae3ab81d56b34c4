import type { Day, Period } from './day.js';
import { publicHolidays } from './public-holidays.js';

const MS_PER_DAY = 86_400_000;
const MONTHS_PER_YEAR = 12;
const WEEKDAYS = 7;

/** Days are counted from 1970-01-01, a Thursday; so 2 is the first Saturday and 3 the first Sunday. */
const FIRST_SATURDAY = 2;
const FIRST_SUNDAY = 3;

const SCHOOL_YEAR_STARTS = '08-01';
const SCHOOL_YEAR_ENDS = '07-31';

const countOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;
const dayOf = (count: number): Day => new Date(count * MS_PER_DAY).toISOString().slice(0, 10);
const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** True for a day that exists in the calendar, written `YYYY-MM-DD`: not for `2023-02-29`. */
export const isDay = (text: string): text is Day => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const count = countOf(text);
  return !Number.isNaN(count) && dayOf(count) === text;
};

/** The day n days later; earlier for a negative n. */
export const addDays = (day: Day, n: number): Day => dayOf(countOf(day) + n);

/** The same date n months later, or the last day of that month when it is shorter. */
export const addMonths = (day: Day, n: number): Day => {
  const months = yearOf(day) * MONTHS_PER_YEAR + Number(day.slice(5, 7)) - 1 + n;
  const year = Math.floor(months / MONTHS_PER_YEAR);
  const month = months - year * MONTHS_PER_YEAR;
  const lastDate = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(Number(day.slice(8)), lastDate))).toISOString().slice(0, 10);
};

/** How many days b lies after a; negative when it lies before. */
export const daysBetween = (a: Day, b: Day): number => countOf(b) - countOf(a);

/** Whole years lived. Who is born on 29 February gets older on 1 March in other years (our reading: no source sets it). */
export const ageOn = (birthDate: Day, day: Day): number => yearOf(day) - yearOf(birthDate) - (day.slice(5) < birthDate.slice(5) ? 1 : 0);

/** The calendar year in which somebody turns this age. */
export const yearTurned = (birthDate: Day, age: number): number => yearOf(birthDate) + age;

/** The school year that a day lies in, 1 August to 31 July, e.g. `2025/26`. */
export const schoolYearOf = (day: Day): string => {
  const start = yearOf(day) - (day.slice(5) < SCHOOL_YEAR_STARTS ? 1 : 0);
  return `${start}/${String((start + 1) % 100).padStart(2, '0')}`;
};

/** The days of a school year such as `2025/26`. */
export const schoolYear = (label: string): Period => {
  const start = Number(label.slice(0, 4));
  const year = { from: `${start}-${SCHOOL_YEAR_STARTS}`, to: `${start + 1}-${SCHOOL_YEAR_ENDS}` };
  if (!isDay(year.from) || schoolYearOf(year.from) !== label) throw new RangeError(`no school year: ${label}`);
  return year;
};

const isWeekend = (day: Day): boolean => {
  const weekday = ((countOf(day) % WEEKDAYS) + WEEKDAYS) % WEEKDAYS;
  return weekday === FIRST_SATURDAY || weekday === FIRST_SUNDAY;
};

/** True from Monday to Friday except on public holidays; Christmas Eve and New Year's Eve are working days (our reading). */
export const isWorkingDay = (day: Day): boolean => !isWeekend(day) && !publicHolidays(yearOf(day)).has(day);

/** The day itself when it is a working day, else the next one: where a deadline on a holiday moves to. */
export const workingDayFrom = (day: Day): Day => (isWorkingDay(day) ? day : workingDayFrom(addDays(day, 1)));

/** The n-th working day after a day, or before it for a negative n; the day itself for 0. */
export const addWorkingDays = (day: Day, n: number): Day => {
  const step = Math.sign(n);
  let found = day;
  for (let left = Math.abs(n); left > 0;) {
    found = addDays(found, step);
    if (isWorkingDay(found)) left -= 1;
  }
  return found;
};

/** Working days after a up to and including b; negative when b lies before a. */
export const workingDaysBetween = (a: Day, b: Day): number => {
  if (b < a) return -workingDaysBetween(b, a);
  let count = 0;
  for (let day = a; day < b;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) count += 1;
  }
  return count;
};

/** Swedish, because that locale writes days as `YYYY-MM-DD`. Made once: making one costs a thousand times a use. */
const osloDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day it is in Norway at an instant. */
export const dayIn = (date: Date): Day => osloDay.format(date);
