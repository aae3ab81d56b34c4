import { type Day, yearTurned } from '@samspor/domain';
import { enrolled } from '../phases/enrolment.js';
import { type DemoYouth, type Step, later, samspor, step, upTo } from '../step.js';
import type { Told } from '../telling.js';
import { pathBetween } from './paths.js';
import { listedOn } from './people.js';
import type { HistoricalYouth } from './youths.js';

/** Under the law of that time the membership lasted to the end of the year of turning 21. */
const pastAge = ({ birthDate }: DemoYouth): Step =>
  step(samspor, `${yearTurned(birthDate, 21) + 1}-01-01`, { type: 'CloseMembership', data: { reason: 'age' } });

const sinceList = ({ youth, outcome, listed }: HistoricalYouth): readonly Step[] => {
  if (listed) return pathBetween(youth, listed.status, outcome.code, later(listedOn, youth.dice.between(2, 115)));
  return [...enrolled(youth), ...pathBetween(youth, 'OTUK', outcome.code, later(youth.enrolledOn, 1))];
};

/** What happened to a youth after the list: up to the report of June 2015, what had begun by then, and the end of the membership. */
export const historyOf = (historical: HistoricalYouth, today: Day): Told => {
  const last = pastAge(historical.youth);
  const steps = sinceList(historical).filter(({ on, command }) => on < last.on || command.type !== 'ChangeStatus');
  return { youth: historical.youth, steps: upTo(today, [...steps, last]) };
};
