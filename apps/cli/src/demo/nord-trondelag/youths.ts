import { childId } from '@samspor/casework';
import { type Actor, type Day, type EnrolmentReason, addDays, workingDayFrom } from '@samspor/domain';
import { Dice } from '../dice.js';
import type { IdentityNumbers } from '../identity-numbers.js';
import { demoName } from '../names.js';
import type { DemoYouth } from '../step.js';
import { type Outcome, allOutcomes } from './outcomes.js';
import { listedOn, nordTrondelagId, teamIn } from './people.js';

/** A youth of the historical county: how they came in, and where they were to stand in June 2015. */
export interface HistoricalYouth {
  readonly youth: DemoYouth;
  readonly outcome: Outcome;
  /** As the list of November 2014 has them; absent for those who were enrolled in the winter. */
  readonly listed?: { readonly status: string; readonly on: Day };
}

/** How many of the 596 stood in the list; the others were enrolled in the winter. */
const LISTED = 520;

const large = ['1702', '1719', '1721', '1714', '1703'] as const;
const middle = ['1756', '1750', '1751', '1718', '1724', '1744', '1742', '1717', '1711', '1725', '1736'] as const;
const small = ['1738', '1739', '1740', '1743', '1748', '1749', '1755'] as const;
/** Where the flexible training arena at Furuskogen takes youths from. */
export const arenaMunicipalities = ['1702', '1724', '1756', '1718'] as const;

const municipalityOf = (dice: Dice, { code }: Outcome): string => {
  if (code === 'OTOA') return dice.pick(arenaMunicipalities);
  return dice.chance(65) ? dice.pick(large) : dice.chance(80) ? dice.pick(middle) : dice.pick(small);
};

const reasons = [
  'not_applied',
  'not_applied',
  'not_applied',
  'quit',
  'quit',
  'quit',
  'declined',
  'declined',
  'no_show',
  'no_apprenticeship',
  'other',
] as const;

const birthDateOf = (dice: Dice, { latestBirthYear }: Outcome): Day =>
  addDays(`${dice.between(1994, latestBirthYear)}-01-01`, dice.between(0, 364));

/** Most were enrolled in the autumn, some in the school year before; nobody before the autumn after grunnskole. */
const enrolmentDay = (dice: Dice, birthDate: Day, isListed: boolean): Day => {
  if (!isListed) return workingDayFrom(addDays('2014-11-20', dice.between(0, 110)));
  const early = workingDayFrom(addDays('2013-09-02', dice.between(0, 270)));
  const isOldEnough = Number(birthDate.slice(0, 4)) + 16 < 2014;
  return isOldEnough && dice.chance(20) ? early : workingDayFrom(addDays('2014-08-20', dice.between(0, 76)));
};

const listedAs = (dice: Dice, { before }: Outcome, enrolledOn: Day): HistoricalYouth['listed'] => {
  const status = dice.pick(before);
  const days = Math.round((Date.parse(listedOn) - Date.parse(enrolledOn)) / 86_400_000);
  return { status, on: status === 'OTUK' ? enrolledOn : addDays(enrolledOn, dice.between(1, Math.max(1, days - 1))) };
};

const youthOf = (number: number, outcome: Outcome, ot: Actor, numbers: IdentityNumbers): HistoricalYouth => {
  const dice = new Dice(201_500 + number);
  const isListed = number < LISTED;
  const birthDate = birthDateOf(dice, outcome);
  const municipality = municipalityOf(dice, outcome);
  const enrolledOn = enrolmentDay(dice, birthDate, isListed);
  const reason: EnrolmentReason = dice.pick(reasons);
  const id = childId(nordTrondelagId, `youth ${number}`);
  const identityNumber = numbers.next(birthDate);
  const youth = {
    id,
    identityNumber,
    name: demoName(dice),
    birthDate,
    municipality,
    enrolledOn,
    reason,
    team: teamIn(municipality, ot),
    dice,
  };
  return { youth, outcome, ...(isListed && { listed: listedAs(dice, outcome, enrolledOn) }) };
};

/** The 596 youths. */
export const historicalYouths = (ot: Actor, numbers: IdentityNumbers): readonly HistoricalYouth[] =>
  new Dice(2015).shuffled(allOutcomes).map((outcome, number) => youthOf(number, outcome, ot, numbers));
