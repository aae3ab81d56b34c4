import type { Dated } from './dated.js';
import type { Day } from '../kernel/day.js';

/** From which age a youth may enter into an employment contract alone; VGM § 10, in force from 2013-07-01 (first day: general knowledge). */
const workingAges: readonly (Dated & { readonly age: number })[] = [{ age: 15, from: '2013-07-01', source: 'VGM § 10' }];

/** The age from which a youth may take a job on the day; nothing for days before the table. */
export const findWorkingAge = (day: Day): number | undefined => workingAges.findLast(({ from }) => from <= day)?.age;

/** How small and how large a part of a full position is, in percent. */
export const positionPercent = { least: 1, most: 100 } as const;
