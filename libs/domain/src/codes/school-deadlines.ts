import { annualDate } from './statutory-limits.js';
import { workingDayFrom } from '../kernel/calendar.js';
import type { Day } from '../kernel/day.js';

/** Which application deadlines there are: special groups and trainees apply in February, the others in March (OPF §§ 4-9, 7-5). */
const deadlines = { feb1: 'application-early', mar1: 'application-ordinary' } as const;
export type ApplicationDeadline = keyof typeof deadlines;

/** The last day to apply in the calendar year of the day, on a weekend or holiday the next working day; nothing when no law sets one. */
export const findApplicationDeadline = (kind: ApplicationDeadline, day: Day): Day | undefined => {
  const deadline = annualDate(deadlines[kind], Number(day.slice(0, 4)));
  return deadline && workingDayFrom(deadline);
};
