import type { Day } from '@samspor/domain';
import { type DemoYouth, type Step, isMinor, later, made, samspor, step } from '../step.js';

/** The letter about rights, with a copy to the guardians of a minor. */
export const informed = (youth: DemoYouth, on: Day): Step =>
  step(youth.team.ot, on, {
    type: 'SendWrittenInformation',
    data: { template: 'ot-information', channel: 'letter', guardianCopy: isMinor(youth, on) },
  });

const called = ({ team: { ot } }: DemoYouth, on: Day): Step =>
  step(ot, on, { type: 'RecordContactAttempt', data: { channel: 'phone', outcome: 'no-answer' } });

const texted = ({ team: { ot } }: DemoYouth, on: Day): Step =>
  step(ot, on, { type: 'RecordContactAttempt', data: { channel: 'sms', outcome: 'sent', template: 'ot-contact' } });

const met = ({ team: { ot }, dice }: DemoYouth, on: Day): Step =>
  step(ot, on, { type: 'RecordContactEstablished', data: { channel: dice.chance(70) ? 'phone' : 'visit', with: 'youth' } });

/** OT's status from a day on. */
export const becomes = ({ team: { ot } }: DemoYouth, code: string, on: Day, basis?: 'register'): Step =>
  step(ot, on, { type: 'ChangeStatus', data: { code, ...(basis && { basis }) } });

/** OT writes, calls and texts, and then gets hold of the youth. */
export const reached = (youth: DemoYouth, on: Day): readonly Step[] => {
  const { dice } = youth;
  const first = later(on, dice.between(0, 3));
  const attempts = [called(youth, first), ...(dice.chance(60) ? [texted(youth, later(first, dice.between(1, 4)))] : [])];
  return [informed(youth, first), ...attempts, met(youth, later(first, dice.between(5, 9)))];
};

/** Reached, and under follow-up and guidance from then on. */
export const takenOn = (youth: DemoYouth, on: Day): readonly Step[] => {
  const steps = reached(youth, on);
  return [...steps, becomes(youth, 'OTOV', steps.at(-1)?.on ?? on)];
};

const topics = ['school', 'work', 'interests', 'everyday-life', 'apprenticeship', 'housing'] as const;
const summaries = [
  'Vil ha noe praktisk å gjøre. Ser på mulighetene sammen neste gang.',
  'Er usikker på hva som passer. Vil gjerne snakke mer om det.',
  'Har vært på besøk hos en bedrift og likte det.',
  'Sover dårlig og kommer sjelden opp om morgenen. Vil prøve en fast avtale.',
] as const;

/** A guidance talk with OT. */
export const talked = ({ team: { ot }, dice }: DemoYouth, on: Day): Step =>
  step(ot, on, {
    type: 'RecordGuidanceTalk',
    data: { topics: [...new Set([dice.pick(topics), dice.pick(topics)])], summary: dice.pick(summaries) },
  });

/** A message by digital post, which is opened, or noticed once more. */
export const wroteDigitally = (youth: DemoYouth, on: Day, opened: boolean): readonly Step[] => {
  const contactRegister = { reserved: false, canBeNotified: true, verifiedOn: later(on, -60) };
  const data = { channel: 'digital', outcome: 'sent', template: 'ot-contact-letter', contactRegister } as const;
  const attemptId = made(youth, 'digital-message');
  return [
    step(youth.team.ot, on, { type: 'RecordContactAttempt', data }, 'digital-message'),
    opened
      ? step(samspor, later(on, 2), { type: 'RecordNoticeOpened', data: { attemptId } })
      : step(samspor, later(on, 8), { type: 'SendSecondNotice', data: { attemptId, channel: 'sms' } }),
  ];
};

/** A round of attempts on several channels, the municipality's among them, that ends without contact. */
export const notReached = (youth: DemoYouth, on: Day): readonly Step[] => [
  informed(youth, on),
  called(youth, later(on, 1)),
  texted(youth, later(on, 6)),
  step(youth.team.kom, later(on, 12), {
    type: 'RecordContactAttempt',
    data: { channel: 'visit', outcome: 'not-at-home', note: 'Ringte på, ingen hjemme. La igjen en lapp med telefonnummeret.' },
  }),
  called(youth, later(on, 22)),
  step(youth.team.ot, later(on, 24), { type: 'DeclareNotReached', data: {} }),
];
