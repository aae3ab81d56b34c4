import { yearTurned } from '@samspor/domain';
import { atWork } from '../../phases/activities.js';
import { becomes, takenOn, talked } from '../../phases/contact.js';
import { enrolled, enrolledLater, named } from '../../phases/enrolment.js';
import { acceptedByNav } from '../../phases/nav.js';
import { professionalAt } from '../../professionals.js';
import { type DemoYouth, type Step, type Story, type Team, later, samspor, step } from '../../step.js';
import { sentToNav } from './nav.js';

/** Out of the group at 21 under the old law, and in again when the age limit rose to 24. */
export const backWithTheNewLaw: Story = (youth) => {
  const pastAge = (age: number): Step =>
    step(samspor, `${yearTurned(youth.birthDate, age) + 1}-01-01`, { type: 'CloseMembership', data: { reason: 'age' } });
  const back = later('2024-08-19', youth.dice.between(0, 30));
  return [
    ...enrolled(youth),
    ...takenOn(youth, later(youth.enrolledOn, 1)),
    talked(youth, later(youth.enrolledOn, 90)),
    pastAge(21),
    ...enrolledLater(youth, back),
    ...takenOn(youth, later(back, 2)),
    talked(youth, later(back, 60)),
    ...atWork(youth, later(back, 120)),
    pastAge(24),
  ];
};

const replaced = (youth: DemoYouth, role: 'OT' | 'NAV', team: Team, days: number): Step => {
  const who = team[role === 'OT' ? 'ot' : 'nav'];
  return step(who, later(youth.enrolledOn, days), {
    type: 'ReplaceContactPerson',
    data: { role, personId: who.id, unit: who.unit, name: who.name, handoverNote: 'Overtatt i felles møte, alt er gjennomgått.' },
  });
};

/** Moves to the other end of the county; OT and NAV there take over. */
export const movedTo =
  (municipality: string, team: Team): Story =>
  (youth) => [
    ...sentToNav(youth),
    ...acceptedByNav(youth, later(youth.enrolledOn, 26)),
    step(youth.team.ot, later(youth.enrolledOn, 60), { type: 'ChangeResidence', data: { municipality } }),
    replaced(youth, 'NAV', team, 64),
    replaced(youth, 'OT', team, 66),
  ];

/** Moves to another county, whose OT takes over. */
export const movedAway: Story = (youth) => {
  const { ot } = youth.team;
  const at = (days: number) => later(youth.enrolledOn, days);
  return [
    ...enrolled(youth),
    ...takenOn(youth, at(1)),
    step(ot, at(50), { type: 'ChangeResidence', data: { municipality: '0301' } }),
    becomes(youth, 'OTFA_IM', at(54)),
    step(ot, at(58), { type: 'CloseMembership', data: { reason: 'moved' } }),
  ];
};

/** Was at school all the time. */
export const enrolledByMistake: Story = (youth) => [
  ...enrolled(youth),
  step(youth.team.ot, later(youth.enrolledOn, 3), { type: 'CloseMembership', data: { reason: 'mistake' } }),
];

/** A new adviser takes over, somebody stands in, and NAV's contact person leaves. */
export const changedHands: Story = (youth) => {
  const { ot, nav } = youth.team;
  const colleague = professionalAt('OT', ot.unit, '50');
  const at = (days: number) => later(youth.enrolledOn, days);
  return [
    ...sentToNav(youth),
    ...acceptedByNav(youth, at(26)),
    step(ot, at(40), {
      type: 'AssignContactPerson',
      data: { role: 'OT', personId: colleague.id, unit: colleague.unit, name: colleague.name, deputy: true },
    }),
    step(nav, at(70), { type: 'ReleaseContactPerson', data: { role: 'NAV', reason: 'Slutter ved kontoret.' } }),
    talked(youth, at(75)),
  ];
};

/** Where the municipality has no fixed contact person, it names one for this youth: the trekant is whole. */
export const missingCornerFound: Story = (youth) => [
  ...enrolled(youth),
  ...takenOn(youth, later(youth.enrolledOn, 1)),
  named(youth, 'KOM', later(youth.enrolledOn, 30)),
  talked(youth, later(youth.enrolledOn, 40)),
];
