import type { Dated } from './dated.js';
import { type Day, covers } from '../kernel/day.js';

/** The Education Act (opplæringslova) that a day falls under. */
export type LawVersion = 'opl-1998' | 'opl-2023';

/** What the Education Act in force says about OT, as far as rules need it. */
export interface Law extends Dated {
  readonly version: LawVersion;
  readonly title: string;
  /** OT's duty. */
  readonly dutySection: string;
  /** The right to upper secondary education that makes a youth a member of the target group. */
  readonly rightSection: string;
  /** The target group lasts to 31 December of the year in which the youth turns this age (R01). */
  readonly targetGroupAgeLimit: 21 | 24;
  /** The right lasts at most to the end of the school year that starts in the year of this age; unknown for the old act. */
  readonly rightAge?: 24;
}

const OPL_1998: Law = {
  version: 'opl-1998',
  title: 'Opplæringslova 1998',
  dutySection: 'opplæringslova 1998 § 3-6',
  rightSection: 'opplæringslova 1998 § 3-1',
  targetGroupAgeLimit: 21,
  from: '1999-08-01',
  to: '2024-07-31',
  source: 'SEED0; PROP57 ch. 45; first day: general knowledge',
};

const OPL_2023: Law = {
  version: 'opl-2023',
  title: 'Opplæringslova 2023',
  dutySection: 'OPL § 9-4',
  rightSection: 'OPL § 5-1',
  targetGroupAgeLimit: 24,
  rightAge: 24,
  from: '2024-08-01',
  source: 'OPL §§ 5-1, 9-4; OPF § 8-3',
};

/** The acts in order. */
export const laws: readonly Law[] = [OPL_1998, OPL_2023];

/** The act in force on a day; the oldest for days before the table. */
export const lawOn = (day: Day): Law => (covers(OPL_2023, day) ? OPL_2023 : OPL_1998);
