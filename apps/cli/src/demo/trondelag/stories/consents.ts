import { inCountyMeasure } from '../../phases/activities.js';
import { consented, consentedToNav, refused } from '../../phases/consents.js';
import { takenOn, talked } from '../../phases/contact.js';
import { enrolled } from '../../phases/enrolment.js';
import { acceptedByNav, completedMeasure, referredToNav, workTraining } from '../../phases/nav.js';
import { type DemoYouth, type Step, type Story, isMinor, later, made, samspor, step, themselves } from '../../step.js';
import { sentToNav } from './nav.js';
import type { Day } from '@samspor/domain';

const toMunicipality = { from: 'OT', to: 'KOM', categories: ['follow-up', 'coordination'], purpose: 'coordinate-follow-up' } as const;

/** The guardians of a minor hear what OT does; nobody else's do. */
export const toldGuardians = (youth: DemoYouth, on: Day): readonly Step[] =>
  isMinor(youth, on)
    ? [
        step(youth.team.ot, on, {
          type: 'ShareInformation',
          data: {
            to: 'guardian',
            categories: ['follow-up'],
            purpose: 'involve-guardian',
            basis: { statute: 'OPF_8_3_2' },
            content: 'Vi møtes hver fjortende dag og ser på veier tilbake til skolen.',
          },
        }),
      ]
    : [];

/** Does not want NAV to know anything; OT goes on alone. */
export const refusedConsent: Story = (youth) => [
  ...enrolled(youth),
  ...takenOn(youth, later(youth.enrolledOn, 1)),
  refused(youth, later(youth.enrolledOn, 20)),
  ...toldGuardians(youth, later(youth.enrolledOn, 24)),
  ...inCountyMeasure(youth, later(youth.enrolledOn, 45), 'Fylkets opplæringsverksted'),
];

/** Withdraws the consent while the measure is running. */
export const withdrewConsent: Story = (youth) => {
  const at = (days: number) => later(youth.enrolledOn, days);
  return [
    ...sentToNav(youth),
    ...acceptedByNav(youth, at(25)),
    ...completedMeasure(youth, at(32), workTraining),
    step(themselves('Ungdommen'), at(70), {
      type: 'WithdrawConsent',
      data: { consentId: made(youth, 'consent-nav'), by: 'youth' },
    }),
  ];
};

/** A consent for a month, which has run out. */
export const consentRanOut: Story = (youth) => {
  const at = (days: number) => later(youth.enrolledOn, days);
  const lastDay = at(45);
  return [
    ...enrolled(youth),
    ...takenOn(youth, at(1)),
    ...consented(youth, toMunicipality, at(15), 'consent-kom', lastDay),
    step(youth.team.ot, at(20), {
      type: 'ShareInformation',
      data: {
        ...toMunicipality,
        basis: { consentId: made(youth, 'consent-kom') },
        content: 'Vi ønsker at kommunen er med på neste samtale.',
      },
    }),
    talked(youth, at(70)),
  ];
};

/** Turns 18 two months after enrolment: what a guardian had consented to ends that day. */
export const turnedEighteen: Story = (youth) => {
  const at = (days: number) => later(youth.enrolledOn, days);
  return [
    ...enrolled(youth),
    ...takenOn(youth, at(1)),
    ...consentedToNav(youth, at(16)),
    referredToNav(youth, at(17)),
    ...acceptedByNav(youth, at(24)),
    step(samspor, at(62), { type: 'ExpireConsent', data: { consentId: made(youth, 'consent-nav-guardian') } }),
    ...completedMeasure(youth, at(66), workTraining),
  ];
};

/** NAV asks OT for information that the law lets it ask for, and gets it. */
export const navAskedByLaw: Story = (youth) => {
  const { ot, nav } = youth.team;
  const at = (days: number) => later(youth.enrolledOn, days);
  const statute = 'AML_19';
  return [
    ...sentToNav(youth),
    ...acceptedByNav(youth, at(25)),
    step(nav, at(34), {
      type: 'RequestInformation',
      data: { to: 'OT', statute, what: 'Skolehistorikk de siste to årene.', dueOn: at(48) },
    }),
    step(ot, at(40), {
      type: 'ShareInformation',
      data: { to: 'NAV', categories: ['education'], purpose: 'nav-measure', basis: { statute }, content: 'Fullførte Vg1, sluttet i Vg2.' },
    }),
    ...completedMeasure(youth, at(50), workTraining),
  ];
};

/** A danger to life and health: told at once, whatever has been consented to. */
export const inDanger: Story = (youth) => [
  ...enrolled(youth),
  ...takenOn(youth, later(youth.enrolledOn, 1)),
  step(youth.team.ot, later(youth.enrolledOn, 33), {
    type: 'ShareInEmergency',
    data: { to: 'Legevakten', reason: 'Fare for liv og helse meldt i samtale samme dag.' },
  }),
  talked(youth, later(youth.enrolledOn, 36)),
];
