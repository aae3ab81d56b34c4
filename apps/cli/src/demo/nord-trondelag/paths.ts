import type { Day } from '@samspor/domain';
import { apprentice, atWork, backInSchool, inCombinedMeasure, inCountyMeasure, inTheMilitary, saidNo } from '../phases/activities.js';
import { becomes, reached, takenOn, talked } from '../phases/contact.js';
import { consentedToNav } from '../phases/consents.js';
import {
  acceptedByNav,
  assessed,
  completedMeasure,
  endedMeasure,
  labourMarketTraining,
  referredToNav,
  registeredWithNav,
  startedMeasure,
  workTraining,
} from '../phases/nav.js';
import { type DemoYouth, type Step, later } from '../step.js';
import { reportedOn } from './people.js';
import { arenaMunicipalities } from './youths.js';

/** What OT and others do with a youth from a day on, who then ends up in a status. */
type Path = (youth: DemoYouth, on: Day) => readonly Step[];

const ARENA = 'Fleksibel opplæringsarena, Steinkjer vgs, avd. Furuskogen';

const sentToNav: Path = (youth, on) => [
  ...consentedToNav(youth, on),
  referredToNav(youth, later(on, 1)),
  ...acceptedByNav(youth, later(on, youth.dice.between(4, 12))),
];

/** Labour market training is for those who turn 19 that year or have. */
const measureFor = ({ birthDate, dice }: DemoYouth, on: Day) => {
  const turns = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return turns >= 19 && dice.chance(25) ? { ...labourMarketTraining, days: 280 } : { ...workTraining, days: 300 };
};

const inNavMeasure: Path = (youth, on) => {
  const measure = completedMeasure(youth, later(on, 22), measureFor(youth, later(on, 22)));
  return [...sentToNav(youth, on), assessed(youth, later(on, 18)), ...measure];
};

/** A measure that had begun before the hub: NAV registers it, and OT's status rests on it from then on. */
const measureRegistered: Path = (youth, on) => {
  const measure = completedMeasure(youth, later(on, 3), measureFor(youth, later(on, 3)));
  return [...consentedToNav(youth, on), registeredWithNav(youth, on), ...measure];
};

const triedMeasure: Path = (youth, on) => {
  const steps = [...sentToNav(youth, on), ...startedMeasure(youth, later(on, 22), workTraining)];
  const quitOn = later(steps.at(-1)?.on ?? on, 20);
  return [...steps, endedMeasure(youth, quitOn, 'quit'), becomes(youth, 'OTOV', quitOn), talked(youth, later(quitOn, 2))];
};

const followedUp: Path = (youth, on) => [talked(youth, on), talked(youth, later(on, youth.dice.between(14, 40)))];

const inCombined: Path = (youth, on) => {
  const atArena = arenaMunicipalities.some((number) => number === youth.municipality);
  return [
    ...sentToNav(youth, on),
    ...inCombinedMeasure(youth, later(on, 20), atArena ? ARENA : 'Opplæring ved nærmeste videregående skole'),
  ];
};

const met =
  (code: string): Path =>
  (youth, on) => [becomes(youth, code, on)];

const pathsTo: Readonly<Record<string, Path>> = {
  OTOV: (youth, on) => (youth.dice.chance(20) && on < '2015-03-01' && youth.birthDate < '1998' ? triedMeasure : followedUp)(youth, on),
  OTAP: inNavMeasure,
  OTAR: atWork,
  OTEV: (youth, on) => backInSchool(youth, on, reportedOn),
  OTLL: apprentice,
  OTKO: inCombined,
  OTOA: (youth, on) => inCountyMeasure(youth, on, ARENA),
  OTNO: saidNo,
  OTMI: inTheMilitary,
  OTBA: met('OTBA'),
  OTSY: met('OTSY'),
  OTIF: met('OTIF'),
};

/** What goes on with those whose status in the list was the last one already. */
const staying: Readonly<Record<string, Path>> = { OTOV: followedUp, OTAP: measureRegistered };

const provenByRegister = ['OTAR', 'OTEV', 'OTLL', 'OTMI'];

/** From unknown: OT gets hold of the youth first, unless a register shows it all. */
const fromUnknown = (youth: DemoYouth, code: string, on: Day): readonly Step[] => {
  const path = pathsTo[code] ?? followedUp;
  if (provenByRegister.includes(code) && youth.dice.chance(30)) return path(youth, later(on, 20));
  const contact = code === 'OTNO' ? reached(youth, on) : takenOn(youth, on);
  const last = contact.at(-1)?.on ?? on;
  return [...contact, ...path(youth, code === 'OTNO' ? last : later(last, youth.dice.between(3, 18)))];
};

/** How a youth comes from one status to another, from a day on. */
export const pathBetween = (youth: DemoYouth, from: string, to: string, on: Day): readonly Step[] => {
  if (from === 'OTUK') return fromUnknown(youth, to, on);
  if (from === to) return staying[to]?.(youth, on) ?? [];
  if (to === 'OTOV') return [becomes(youth, 'OTOV', on), ...followedUp(youth, later(on, 2))];
  return pathsTo[to]?.(youth, on) ?? [];
};
