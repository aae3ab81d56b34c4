import { childId } from '@samspor/casework';
import { type Day, type EnrolmentReason, addDays, addWorkingDays, municipalitiesOf } from '@samspor/domain';
import { Dice } from '../dice.js';
import type { IdentityNumbers } from '../identity-numbers.js';
import { demoName } from '../names.js';
import { type DemoYouth, upTo } from '../step.js';
import type { Told } from '../telling.js';
import { type Part, castOf } from './cast.js';
import { type People, teamIn, trondelagId, withoutMunicipalContact } from './people.js';

const towns = ['5001', '5001', '5001', '5006', '5006', '5037', '5038', '5035', '5007', '5028', '5031', '5059'] as const;

const reasons = ['not_applied', 'not_applied', 'quit', 'quit', 'quit', 'declined', 'no_show', 'no_apprenticeship', 'other'] as const;

/** Two of three live in the towns; stories that need a whole trekant are not told where a corner is missing. */
const placeOf = (dice: Dice, { places }: Part): string => {
  if (places) return dice.pick(places);
  if (dice.chance(66)) return dice.pick(towns);
  const [first = '5006', ...others] = municipalitiesOf('50', '2024-08-01')
    .map(({ number }) => number)
    .filter((number) => number !== withoutMunicipalContact);
  return dice.pick([first, ...others]);
};

const DAYS_PER_YEAR = 365.25;

const birthDateOf = (dice: Dice, { ages, turns18After, birthYear }: Part, enrolledOn: Day): Day => {
  if (birthYear !== undefined) return addDays(`${birthYear}-01-01`, dice.between(0, 300));
  if (turns18After !== undefined) return addDays(enrolledOn, turns18After - Math.floor(18 * DAYS_PER_YEAR));
  const age = dice.between(...ages);
  return addDays(enrolledOn, -Math.ceil(age * DAYS_PER_YEAR) - dice.between(1, 360));
};

/** The day itself when it is a working day, else the one before. */
const workingDayUpTo = (day: Day): Day => addWorkingDays(addDays(day, 1), -1);

const youthFor = (part: Part, number: number, today: Day, people: People, numbers: IdentityNumbers): DemoYouth => {
  const dice = new Dice(500_000 + number);
  const municipality = placeOf(dice, part);
  const enrolledOn = part.enrolledOn ?? workingDayUpTo(addDays(today, -dice.between(...part.daysAgo)));
  const birthDate = birthDateOf(dice, part, enrolledOn);
  const reason: EnrolmentReason = part.reason ?? dice.pick(reasons);
  return {
    id: childId(trondelagId, `youth ${number}`),
    identityNumber: numbers.next(birthDate),
    name: demoName(dice),
    birthDate,
    municipality,
    enrolledOn,
    reason,
    team: teamIn(municipality, people),
    dice,
  };
};

/** The youths of today's county with their stories, each as far as it has come by today. */
export const storiesOfToday = (people: People, today: Day, numbers: IdentityNumbers): readonly Told[] =>
  castOf(people)
    .flatMap((part) => Array.from({ length: part.count }, () => part))
    .map((part, number) => {
      const youth = youthFor(part, number, today, people, numbers);
      return { youth, steps: upTo(today, part.story(youth)) };
    });
