import { atWork, backInSchool, inCombinedMeasure, inCountyMeasure, leftCountyMeasure } from '../../phases/activities.js';
import { consentedToNav } from '../../phases/consents.js';
import { becomes, takenOn, talked } from '../../phases/contact.js';
import { enrolled } from '../../phases/enrolment.js';
import {
  acceptedByNav,
  assessed,
  clarification,
  completedMeasure,
  endedMeasure,
  extended,
  followUp,
  guaranteed,
  labourMarketTraining,
  navTellsOt,
  referredToNav,
  reviewed,
  startedMeasure,
  workPreparation,
  workTraining,
} from '../../phases/nav.js';
import { type DemoYouth, type Step, type Story, later, made, step } from '../../step.js';

/** Enrolled, met, and referred to NAV on a consent about three weeks later. */
export const sentToNav = (youth: DemoYouth, days = 18): readonly Step[] => [
  ...enrolled(youth),
  ...takenOn(youth, later(youth.enrolledOn, 1)),
  ...consentedToNav(youth, later(youth.enrolledOn, days)),
  referredToNav(youth, later(youth.enrolledOn, days + 1)),
];

/** Quits school, is referred to NAV, gets work training, and a job at the end of it. */
export const quitAndFoundAMeasure: Story = (youth) => {
  const at = (days: number) => later(youth.enrolledOn, days);
  return [
    ...sentToNav(youth),
    ...acceptedByNav(youth, at(26)),
    assessed(youth, at(33)),
    ...guaranteed(youth, at(35)),
    ...startedMeasure(youth, at(38), workTraining),
    navTellsOt(youth, at(80)),
    talked(youth, at(95)),
    ...extended(youth, at(125), at(250)),
    reviewed(youth, at(205)),
    endedMeasure(youth, at(249), 'work'),
    ...atWork(youth, at(251)),
  ];
};

/** The referral lies with NAV, which has not answered yet. */
export const waitingForNav: Story = (youth) => sentToNav(youth);

/** NAV asks for more, gets it, and returns the referral; the next one is accepted. */
export const navAskedForMore: Story = (youth) => {
  const { ot, nav } = youth.team;
  const at = (days: number) => later(youth.enrolledOn, days);
  const referralId = made(youth, 'referral-nav');
  const advice = 'Ta en samtale til om hva ungdommen selv vil, og send på nytt.';
  return [
    ...sentToNav(youth),
    step(nav, at(23), { type: 'AskForMoreInformation', data: { referralId, question: 'Hva har vært prøvd tidligere?' } }),
    step(ot, at(26), { type: 'GiveMoreInformation', data: { referralId, answer: 'To perioder med utplassering fra skolen.' } }),
    step(nav, at(30), { type: 'ReturnReferral', data: { referralId, reason: 'missing-information', advice } }),
    talked(youth, at(38)),
    referredToNav(youth, at(41), 'second-referral'),
    ...acceptedByNav(youth, at(48), 'second-referral'),
    ...completedMeasure(youth, at(56), followUp),
  ];
};

/** NAV has nothing that fits; the county has, and it leads back to school. */
export const returnedToTheCounty: Story = (youth) => {
  const at = (days: number) => later(youth.enrolledOn, days);
  const data = { referralId: made(youth, 'referral-nav'), reason: 'no-suitable-offer', advice: 'Fylkets eget tilbud passer bedre nå.' };
  return [
    ...sentToNav(youth),
    step(youth.team.nav, at(28), { type: 'ReturnReferral', data }),
    ...inCountyMeasure(youth, at(40), 'Fleksibel opplæring'),
    talked(youth, at(70)),
    leftCountyMeasure(youth, at(150), 'school'),
    ...backInSchool(youth, at(152), at(480)),
  ];
};

/** Training by the county and work by NAV, arranged together. */
export const trainingAndWork: Story = (youth) => {
  const at = (days: number) => later(youth.enrolledOn, days);
  return [
    ...sentToNav(youth),
    ...acceptedByNav(youth, at(25)),
    assessed(youth, at(30)),
    ...inCombinedMeasure(youth, at(36), 'Programfag ved nærmeste videregående skole'),
    talked(youth, at(80)),
  ];
};

/** Clears up what the youth can do first, then trains at a workplace. */
export const clarifiedFirst: Story = (youth) => {
  const at = (days: number) => later(youth.enrolledOn, days);
  return [
    ...sentToNav(youth),
    ...acceptedByNav(youth, at(24)),
    ...startedMeasure(youth, at(30), clarification, 'clarification'),
    endedMeasure(youth, at(62), 'completed', 'clarification'),
    becomes(youth, 'OTOV', at(62)),
    assessed(youth, at(66)),
    ...completedMeasure(youth, at(70), workTraining),
  ];
};

/** A course from NAV, after it has looked at what the county offers. */
export const onACourse: Story = (youth) => {
  const at = (days: number) => later(youth.enrolledOn, days);
  return [...sentToNav(youth), ...acceptedByNav(youth, at(24)), ...completedMeasure(youth, at(34), labourMarketTraining)];
};

/** A long measure with a review every third month, one of them late. */
export const longMeasure: Story = (youth) => {
  const at = (days: number) => later(youth.enrolledOn, days);
  return [
    ...sentToNav(youth),
    ...acceptedByNav(youth, at(24)),
    assessed(youth, at(30)),
    ...guaranteed(youth, at(32)),
    ...startedMeasure(youth, at(36), workPreparation),
    reviewed(youth, at(120)),
    reviewed(youth, at(232)),
    reviewed(youth, at(310)),
    endedMeasure(youth, at(340), 'work'),
    ...atWork(youth, at(344)),
  ];
};
