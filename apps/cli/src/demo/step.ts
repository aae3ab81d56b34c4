import { childId } from '@samspor/casework';
import { type Actor, type Day, type EnrolmentReason, type YouthCommand, addDays, ageOn, workingDayFrom } from '@samspor/domain';
import type { Dice } from './dice.js';

/** The professionals around a youth, one from each agency. */
export interface Team {
  readonly ot: Actor;
  readonly nav: Actor;
  readonly kom: Actor;
  readonly ppt: Actor;
  readonly bv: Actor;
  readonly sch: Actor;
}

/** A synthetic youth, and what a story needs to know to be told about them. */
export interface DemoYouth {
  /** What all ids of the story follow from, so that they are the same in every demo. */
  readonly id: string;
  readonly identityNumber: string;
  readonly name: string;
  readonly birthDate: Day;
  readonly municipality: string;
  readonly enrolledOn: Day;
  readonly reason: EnrolmentReason;
  readonly team: Team;
  readonly dice: Dice;
}

/** Something that somebody does on a day. */
export interface Step {
  readonly who: Actor;
  readonly on: Day;
  readonly command: YouthCommand;
  /** Name of what it makes (a referral, a consent …), for steps that point at it with `made`. */
  readonly makes?: string;
}

/** What happens to a youth, in steps. */
export type Story = (youth: DemoYouth) => readonly Step[];

export const step = (who: Actor, on: Day, command: YouthCommand, makes?: string): Step => ({ who, on, command, ...(makes && { makes }) });

/** The working day so many days after. */
export const later = (on: Day, days: number): Day => workingDayFrom(addDays(on, days));

/** The id of a step's command: of its name when it has one, else of its place in the story. */
export const commandIdOf = ({ id }: DemoYouth, { makes, command }: Step, index: number): string =>
  childId(id, makes ?? `${index}|${command.type}`);

/** The id of what a step with this name makes. */
export const made = ({ id }: DemoYouth, name: string): string => childId(childId(id, name), 'new');

/** Whether others still decide with the youth on the day. */
export const isMinor = ({ birthDate }: DemoYouth, on: Day): boolean => ageOn(birthDate, on) < 18;

/** The youth or a guardian, at their own page. */
export const themselves = (who: 'Ungdommen' | 'Foresatt'): Actor => ({
  id: 'y-demo',
  name: who,
  agency: 'Y',
  unit: 'egen-side',
  role: 'youth',
});

/** The hub itself, for what only time brings. */
export const samspor: Actor = { id: 'samspor', name: 'Samspor', agency: 'SYS', unit: 'samspor', role: 'system' };

/** The steps in the order of their days, without those that have not come yet. */
export const upTo = (today: Day, steps: readonly Step[]): readonly Step[] =>
  steps.filter(({ on }) => on <= today).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
