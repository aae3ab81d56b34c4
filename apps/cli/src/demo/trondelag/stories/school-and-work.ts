import {
  apprentice,
  atWork,
  backInSchool,
  contractEnded,
  declinedPlace,
  inTheMilitary,
  lostJob,
  quitSchool,
} from '../../phases/activities.js';
import { becomes, takenOn, talked } from '../../phases/contact.js';
import { enrolled } from '../../phases/enrolment.js';
import { type DemoYouth, type Step, type Story, later, step } from '../../step.js';

const met = (youth: DemoYouth): readonly Step[] => [
  ...enrolled(youth),
  ...takenOn(youth, later(youth.enrolledOn, 1)),
  talked(youth, later(youth.enrolledOn, 18)),
];

/** Back at school, and still there. */
export const backAtSchool: Story = (youth) => [
  ...met(youth),
  ...backInSchool(youth, later(youth.enrolledOn, 30), later(youth.enrolledOn, 450)),
];

/** Back at school, and out of it again. */
export const quitAgain: Story = (youth) => {
  const at = (days: number) => later(youth.enrolledOn, days);
  return [
    ...met(youth),
    ...backInSchool(youth, at(26), at(75)),
    quitSchool(youth, at(75)),
    becomes(youth, 'OTOV', at(77)),
    talked(youth, at(82)),
  ];
};

/** An apprenticeship whose contract is terminated after some months. */
export const apprenticeForAWhile: Story = (youth) => {
  const at = (days: number) => later(youth.enrolledOn, days);
  return [
    ...met(youth),
    ...apprentice(youth, at(35)),
    contractEnded(youth, at(170)),
    becomes(youth, 'OTOV', at(171)),
    talked(youth, at(178)),
  ];
};

/** Finds work, loses it, and comes back to OT. */
export const workedForAWhile: Story = (youth) => {
  const at = (days: number) => later(youth.enrolledOn, days);
  return [...met(youth), ...atWork(youth, at(28)), lostJob(youth, at(190)), becomes(youth, 'OTOV', at(194)), talked(youth, at(200))];
};

/** Is offered a place that does not fit, and declines it. */
export const declinedTheOffer: Story = (youth) => [
  ...met(youth),
  ...declinedPlace(youth, later(youth.enrolledOn, 24)),
  talked(youth, later(youth.enrolledOn, 50)),
];

export const servesInTheMilitary: Story = (youth) => [...met(youth), ...inTheMilitary(youth, later(youth.enrolledOn, 40))];

/** Completes school, and needs OT no more. */
export const completedSchool: Story = (youth) => {
  const { ot, sch } = youth.team;
  const at = (days: number) => later(youth.enrolledOn, days);
  return [
    ...met(youth),
    ...backInSchool(youth, at(25), at(200)),
    step(sch, at(200), { type: 'CompleteSchool', data: { competence: 'vocational' } }),
    step(ot, at(204), { type: 'CloseMembership', data: { reason: 'competence' } }),
  ];
};
