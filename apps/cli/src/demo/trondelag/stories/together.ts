import { backInSchool, quitSchool, stillAtSchool } from '../../phases/activities.js';
import { consentedToNav } from '../../phases/consents.js';
import { takenOn, talked } from '../../phases/contact.js';
import { enrolled, enrolledLater, named, registeredBy } from '../../phases/enrolment.js';
import {
  acceptedByNav,
  assessed,
  endedMeasure,
  guaranteed,
  navTellsOt,
  referredToNav,
  registeredWithNav,
  reviewed,
  startedMeasure,
  workTraining,
} from '../../phases/nav.js';
import {
  coordinated,
  handOverDeclined,
  handedOver,
  referredToMunicipality,
  referredToPpt,
  reportedByBarnevern,
} from '../../phases/together.js';
import { type Story, later, made, step, themselves } from '../../step.js';
import { toldGuardians } from './consents.js';

/** All agencies around one youth: barnevern, PPT, the municipality's psychologist, NAV and the school, with a coordinator. */
export const everybodyAround: Story = (youth) => {
  const at = (days: number) => later(youth.enrolledOn, days);
  return [
    ...enrolled(youth),
    ...takenOn(youth, at(1)),
    ...reportedByBarnevern(youth, at(4)),
    coordinated(youth, at(20)),
    ...referredToPpt(youth, at(22)),
    ...referredToMunicipality(youth, at(26)),
    ...toldGuardians(youth, at(30)),
    ...consentedToNav(youth, at(42)),
    referredToNav(youth, at(43)),
    ...acceptedByNav(youth, at(50)),
    assessed(youth, at(57)),
    ...guaranteed(youth, at(60)),
    ...startedMeasure(youth, at(64), workTraining),
    ...handedOver(youth, at(80)),
    navTellsOt(youth, at(95)),
    talked(youth, at(110)),
    reviewed(youth, at(150)),
    endedMeasure(youth, at(220), 'school'),
    ...backInSchool(youth, at(222), at(480)),
  ];
};

/** Barnevern ends its measures, and wants OT to step in. */
export const fromBarnevern: Story = (youth) => [
  ...enrolled(youth),
  ...reportedByBarnevern(youth, later(youth.enrolledOn, 2)),
  ...takenOn(youth, later(youth.enrolledOn, 4)),
  talked(youth, later(youth.enrolledOn, 40)),
];

/** PPT is asked what the youth needs to go back to school. */
export const withPpt: Story = (youth) => [
  ...enrolled(youth),
  ...takenOn(youth, later(youth.enrolledOn, 1)),
  ...referredToPpt(youth, later(youth.enrolledOn, 20)),
  coordinated(youth, later(youth.enrolledOn, 45)),
  ...handOverDeclined(youth, later(youth.enrolledOn, 60)),
];

/** A pupil at risk of quitting: the school works preventively, with PPT, before OT has to. */
export const pupilAtRisk: Story = (youth) => {
  const { ppt, sch } = youth.team;
  const at = (days: number) => later(youth.enrolledOn, days);
  const scope = { from: 'SCH', to: 'PPT', categories: ['education'], purpose: 'ppt-assessment' } as const;
  const basis = { consentId: made(youth, 'consent-school-ppt') };
  const referral = { toUnit: ppt.unit, reason: 'at-risk-of-leaving', categories: ['education'], basis } as const;
  return [
    registeredBy(youth, 'ot', at(0)),
    step(sch, at(0), { type: 'StartSchool', data: { school: 'Steinkjer vgs', programme: 'Bygg- og anleggsteknikk' } }),
    step(sch, at(14), { type: 'OpenPreventiveCase', data: { level: 'upper-secondary', trigger: 'Mye fravær siden skolestart.' } }),
    step(
      themselves('Ungdommen'),
      at(16),
      { type: 'GiveConsent', data: { ...scope, giver: 'youth', formVersion: '1', how: 'digital' } },
      'consent-school-ppt',
    ),
    step(sch, at(17), { type: 'ReferToPpt', data: referral }, 'referral-ppt'),
    step(ppt, at(27), { type: 'AcceptReferral', data: { referralId: made(youth, 'referral-ppt') } }),
    named(youth, 'PPT', at(27)),
    ...stillAtSchool(youth, at(0), at(70)),
    quitSchool(youth, at(70)),
    ...enrolledLater(youth, at(72)),
    named(youth, 'OT', at(72)),
    ...takenOn(youth, at(73)),
    talked(youth, at(110)),
  ];
};

/** NAV meets the youth first, and reports to OT. */
export const navFoundThem: Story = (youth) => {
  const { nav, ot } = youth.team;
  const at = (days: number) => later(youth.enrolledOn, days);
  const categories = ['follow-up', 'work-and-measures'] as const;
  const referral = { toUnit: ot.unit, reason: 'left-school', categories, basis: { statute: 'NAVL_7' } } as const;
  return [
    registeredBy(youth, 'nav', at(0)),
    registeredWithNav(youth, at(0)),
    named(youth, 'NAV', at(1)),
    step(nav, at(2), { type: 'ReferToOt', data: { ...referral, message: 'Søker jobb, men vil egentlig fullføre skolen.' } }, 'referral-ot'),
    step(ot, at(6), { type: 'AcceptReferral', data: { referralId: made(youth, 'referral-ot'), handlerId: ot.id } }),
    ...enrolledLater(youth, at(7)),
    named(youth, 'OT', at(7)),
    ...takenOn(youth, at(8)),
    talked(youth, at(45)),
  ];
};

/** The municipality's contact person meets the youth first. */
export const municipalityFoundThem: Story = (youth) => {
  const { kom, ot } = youth.team;
  const at = (days: number) => later(youth.enrolledOn, days);
  const referral = {
    toUnit: ot.unit,
    reason: 'left-school',
    categories: ['follow-up', 'contact'],
    basis: { statute: 'FVL_13B_1_5' },
  } as const;
  return [
    registeredBy(youth, 'kom', at(0)),
    step(kom, at(0), { type: 'RecordContactEstablished', data: { channel: 'visit', with: 'youth' } }),
    step(kom, at(1), { type: 'ReferToOt', data: { ...referral, message: 'Kommer ofte på ungdomsklubben på dagtid.' } }, 'referral-ot'),
    named(youth, 'KOM', at(2)),
    step(ot, at(5), { type: 'AcceptReferral', data: { referralId: made(youth, 'referral-ot'), handlerId: ot.id } }),
    ...enrolledLater(youth, at(6)),
    named(youth, 'OT', at(6)),
    ...takenOn(youth, at(7)),
  ];
};
