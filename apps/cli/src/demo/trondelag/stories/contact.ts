import { becomes, informed, notReached, reached, takenOn, talked, wroteDigitally } from '../../phases/contact.js';
import { enrolled } from '../../phases/enrolment.js';
import { saidNo } from '../../phases/activities.js';
import { referredToMunicipality } from '../../phases/together.js';
import { type Step, type Story, later, step, themselves } from '../../step.js';

/** On the list since a few days. */
export const justEnrolled: Story = enrolled;

/** OT has written, called and texted, without an answer so far. */
export const stillTrying: Story = (youth) => [...enrolled(youth), ...notReached(youth, later(youth.enrolledOn, 1))];

/** A round of attempts ended without contact; another one has begun. */
export const notReachedYet: Story = (youth) => {
  const again = later(youth.enrolledOn, 95);
  return [
    ...enrolled(youth),
    ...notReached(youth, later(youth.enrolledOn, 2)),
    step(youth.team.ot, again, { type: 'RecordContactAttempt', data: { channel: 'phone', outcome: 'no-answer' } }),
    step(youth.team.ot, later(again, 3), {
      type: 'RecordContactAttempt',
      data: { channel: 'social', outcome: 'message-left', template: 'ot-contact' },
    }),
  ];
};

/** Guidance talks every few weeks. */
export const followedUp: Story = (youth) => {
  const talks = [25, 60, 100, 150, 210, 280, 350].map((days) => talked(youth, later(youth.enrolledOn, days + youth.dice.between(0, 9))));
  return [...enrolled(youth), ...takenOn(youth, later(youth.enrolledOn, 1)), ...talks];
};

/** Got a letter by digital post, opened it and called back. */
export const openedTheLetter: Story = (youth) => {
  const { ot } = youth.team;
  const on = later(youth.enrolledOn, 4);
  const answered = later(on, 5);
  return [
    ...enrolled(youth),
    informed(youth, later(youth.enrolledOn, 1)),
    ...wroteDigitally(youth, on, true),
    step(ot, answered, { type: 'RecordContactEstablished', data: { channel: 'phone', with: 'youth' } }),
    becomes(youth, 'OTOV', answered),
    talked(youth, later(answered, 20)),
  ];
};

/** Did not open it, got a second notice, and was not reached on any other way either. */
export const neverOpenedTheLetter: Story = (youth) => [
  ...enrolled(youth),
  ...wroteDigitally(youth, later(youth.enrolledOn, 1), false),
  ...notReached(youth, later(youth.enrolledOn, 4)),
];

/** Says no at first, and comes back half a year later. */
export const saidNoAndCameBack: Story = (youth) => {
  const contact = reached(youth, later(youth.enrolledOn, 1));
  const answered = contact.at(-1)?.on ?? youth.enrolledOn;
  const back = later(answered, 160);
  return [
    ...enrolled(youth),
    ...contact,
    ...saidNo(youth, answered),
    step(themselves('Ungdommen'), back, { type: 'RequestFollowUp', data: { wish: 'Vil gjerne snakke om jobb likevel.' } }),
    becomes(youth, 'OTOV', later(back, 2)),
    talked(youth, later(back, 6)),
  ];
};

const settledAs =
  (code: string, further: (youth: Parameters<Story>[0]) => readonly Step[] = () => []): Story =>
  (youth) => [
    ...enrolled(youth),
    ...takenOn(youth, later(youth.enrolledOn, 1)),
    talked(youth, later(youth.enrolledOn, 22)),
    becomes(youth, code, later(youth.enrolledOn, 30)),
    ...further(youth),
  ];

/** Is ill; the municipality helps. */
export const isIll: Story = settledAs('OTSY', (youth) => referredToMunicipality(youth, later(youth.enrolledOn, 35)));

export const caresForAChild: Story = settledAs('OTBA');

/** At a folk high school or a course that gives no formal competence. */
export const nonFormalTraining: Story = settledAs('OTIF');
