import type { Dated, Labelled } from './dated.js';
import type { AgeRule, DurationLimit, ExtensionGround, NavMeasure } from './nav-measure.js';
import { navMeasures } from './nav-measures.table.js';
import { addDays, addMonths, ageOn, yearTurned } from '../kernel/calendar.js';
import { type Day, type Period, covers } from '../kernel/day.js';

export type { AgeRule, DurationLimit, ExtensionGround, NavMeasure } from './nav-measure.js';
export { navMeasures } from './nav-measures.table.js';

/** The measure by its code or an alias, as it stands on a day. */
export const findMeasure = (code: string, day: Day): NavMeasure | undefined =>
  navMeasures.find((measure) => (measure.code === code || measure.aliases.includes(code)) && covers(measure, day));

/** Whether somebody has come to the age of a rule on a day. */
export const hasReached = ({ kind, age }: AgeRule, birthDate: Day, day: Day): boolean =>
  kind === 'age-reached' ? ageOn(birthDate, day) >= age : Number(day.slice(0, 4)) >= yearTurned(birthDate, age);

/** Whether a measure takes somebody of this birth date on a day (R30); in partnership with the county some take younger ones. */
export const isOfAge = (
  { minimumAge, partnershipAge, endAge }: Pick<NavMeasure, 'minimumAge' | 'partnershipAge' | 'endAge'>,
  { birthDate, on, countyPartnership = false }: { readonly birthDate: Day; readonly on: Day; readonly countyPartnership?: boolean },
): boolean =>
  hasReached((countyPartnership && partnershipAge) || minimumAge, birthDate, on) && !(endAge && hasReached(endAge, birthDate, on));

const lastDay = (from: Day, { unit, count }: DurationLimit): Day =>
  addDays(unit === 'months' ? addMonths(from, count) : addDays(from, count * 7), -1);

/** The last day that a measure from this day may run to on these grounds (R31); nothing when no source sets a limit. */
export const latestEnd = ({ durations }: NavMeasure, from: Day, grounds: readonly string[] = []): Day | undefined =>
  durations
    .filter((limit) => limit.grounds.every((ground) => grounds.includes(ground)))
    .map((limit) => lastDay(from, limit))
    .toSorted()
    .at(-1);

/** Whether all days of a period lie in the measure's season, if it has one. */
export const isInSeason = ({ season }: NavMeasure, { from, to = from }: Period): boolean =>
  season === undefined || (from.slice(0, 4) === to.slice(0, 4) && season.from <= from.slice(5) && to.slice(5) <= season.to);

/** The youth guarantee (ungdomsgaranti): who NAV owes a fixed contact person and close follow-up. */
export interface YouthGuarantee extends Dated {
  readonly minimumAge: AgeRule;
  readonly endAge: AgeRule;
}

/** From the day they turn 16 until the day they turn 30: so NAV's own letter service counts it; the press says 16–29 and 16–30. */
export const youthGuarantee: YouthGuarantee = {
  minimumAge: { kind: 'age-reached', age: 16 },
  endAge: { kind: 'age-reached', age: 30 },
  from: '2023-07-01',
  source: 'UG; FOR-2023-06-20-1073 ch. 4; VEDT (erIAlderForUngdomsgaranti)',
};

/** The names of the extension grounds. PROP as codes; each is named in the section of its measure. */
export const extensionGrounds: readonly (Labelled & { readonly code: ExtensionGround })[] = [
  { code: 'continued-need', labelNb: 'Fortsatt behov', labelEn: 'Continued need' },
  { code: 'reduced-work-capacity', labelNb: 'Nedsatt arbeidsevne', labelEn: 'Reduced work capacity' },
  { code: 'formal-training', labelNb: 'Opplæring som gir formell kompetanse', labelEn: 'Training for a formal qualification' },
  { code: 'school-transition', labelNb: 'Overgang fra skole', labelEn: 'Transition from school' },
  { code: 'combined-course', labelNb: 'Kombinert opplæringsløp', labelEn: 'Combined course of training' },
  { code: 'special-reasons', labelNb: 'Særlige grunner', labelEn: 'Special reasons' },
];
