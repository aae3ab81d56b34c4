import { type Day, addDays } from '@samspor/domain';
import { type DemoYouth, type Step, later, made, step } from '../step.js';
import { becomes } from './contact.js';
import { named } from './enrolment.js';

const messages = [
  'Ønsker arbeidstrening, helst med noe praktisk. Har god kontakt med oss.',
  'Vil ut i jobb så fort som mulig. Trenger hjelp til å finne en arbeidsgiver.',
  'Trenger tid, og en fast person å forholde seg til.',
] as const;

/** OT asks NAV to take on the youth, on the youth's consent. */
export const referredToNav = (youth: DemoYouth, on: Day, name = 'referral-nav'): Step =>
  step(
    youth.team.ot,
    on,
    {
      type: 'ReferToNav',
      data: {
        toUnit: youth.team.nav.unit,
        reason: 'needs-measure',
        categories: ['follow-up', 'education'],
        basis: { consentId: made(youth, 'consent-nav') },
        wantedHelp: 'measure',
        message: youth.dice.pick(messages),
      },
    },
    name,
  );

/** NAV takes the youth on, names its contact person and registers. */
export const acceptedByNav = (youth: DemoYouth, on: Day, name = 'referral-nav'): readonly Step[] => [
  step(youth.team.nav, on, { type: 'AcceptReferral', data: { referralId: made(youth, name), handlerId: youth.team.nav.id } }),
  named(youth, 'NAV', on),
  registeredWithNav(youth, on),
];

export const registeredWithNav = ({ team: { nav }, dice }: DemoYouth, on: Day): Step =>
  step(nav, on, { type: 'RegisterWithNav', data: { kind: dice.chance(40) ? 'jobseeker' : 'follow-up' } });

/** NAV decides what help the youth needs (§ 14 a). */
export const assessed = ({ team: { nav }, dice }: DemoYouth, on: Day): Step =>
  step(nav, on, {
    type: 'DecideNeedsAssessment',
    data: {
      effortGroup: dice.pick(['TRENGER_VEILEDNING', 'TRENGER_VEILEDNING', 'TRENGER_VEILEDNING_NEDSATT_ARBEIDSEVNE']),
      mainGoal: dice.pick(['SKAFFE_ARBEID', 'OKE_DELTAKELSE']),
      youthGuarantee: true,
    },
  });

/** The youth guarantee, and a plan that the youth and NAV agree on. */
export const guaranteed = ({ team: { nav } }: DemoYouth, on: Day): readonly Step[] => [
  step(nav, on, { type: 'StartYouthGuarantee', data: { contactPersonId: nav.id } }),
  step(nav, later(on, 2), {
    type: 'AgreeActivityPlan',
    data: { activities: 'Arbeidstrening tre dager i uka, samtale hver fjortende dag.' },
  }),
];

/** A measure as NAV grants it. */
export interface GrantedMeasure {
  readonly code: string;
  readonly days: number;
  readonly percent: number;
  readonly countyOfferAssessed?: true;
  /** Must be reviewed every third month. */
  readonly isReviewed?: true;
}

export const workTraining: GrantedMeasure = { code: 'ARBEIDSTRENING', days: 180, percent: 60, isReviewed: true };
export const clarification: GrantedMeasure = { code: 'AVKLARING', days: 26, percent: 50 };
export const followUp: GrantedMeasure = { code: 'OPPFOLGING', days: 150, percent: 50 };
export const labourMarketTraining: GrantedMeasure = {
  code: 'ARBEIDSMARKEDSOPPLAERING',
  days: 140,
  percent: 100,
  countyOfferAssessed: true,
};
export const workPreparation: GrantedMeasure = { code: 'ARBEIDSFORBEREDENDE_TRENING', days: 300, percent: 60, isReviewed: true };

const organisers = ['Demo Bilverksted AS', 'Demo Kafé og Bakeri', 'Demo Byggservice AS', 'Demo Hage og Park', 'Demo Vekst AS'] as const;

/** NAV grants a measure that begins a week later, and the youth starts in it. */
export const startedMeasure = (youth: DemoYouth, on: Day, measure: GrantedMeasure, name = 'measure'): readonly Step[] => {
  const { nav } = youth.team;
  const from = later(on, 7);
  const { code, countyOfferAssessed } = measure;
  const period = { from, to: addDays(from, measure.days) };
  const data = { measure: code, organiser: youth.dice.pick(organisers), ...period, ...(countyOfferAssessed && { countyOfferAssessed }) };
  return [
    step(nav, on, { type: 'GrantNavMeasure', data }, name),
    step(nav, from, { type: 'StartNavMeasure', data: { measureId: made(youth, name), percent: measure.percent } }),
    becomes(youth, 'OTAP', from),
  ];
};

/** NAV looks at how the measure goes. */
export const reviewed = (youth: DemoYouth, on: Day, name = 'measure'): Step =>
  step(youth.team.nav, on, {
    type: 'ReviewNavMeasure',
    data: { measureId: made(youth, name), outcome: 'as-planned', assessment: 'Møter nesten hver dag og får ros for innsatsen.' },
  });

/** The measure goes on to a later day, on a fresh review. */
export const extended = (youth: DemoYouth, on: Day, to: Day, name = 'measure'): readonly Step[] => [
  reviewed(youth, on, name),
  step(youth.team.nav, on, { type: 'ExtendNavMeasure', data: { measureId: made(youth, name), to } }),
];

export const endedMeasure = (youth: DemoYouth, on: Day, outcome: 'completed' | 'quit' | 'work' | 'school', name = 'measure'): Step =>
  step(youth.team.nav, on, { type: 'EndNavMeasure', data: { measureId: made(youth, name), outcome } });

const REVIEWED_AFTER = [80, 160, 240];

/** A measure from its grant to its last day, with the reviews that it needs; OT follows up the youth again after it. */
export const completedMeasure = (youth: DemoYouth, on: Day, measure: GrantedMeasure, name = 'measure'): readonly Step[] => {
  const from = later(on, 7);
  const lastDay = addDays(from, measure.days);
  const reviews = measure.isReviewed ? REVIEWED_AFTER.filter((days) => days + 10 < measure.days) : [];
  return [
    ...startedMeasure(youth, on, measure, name),
    ...reviews.map((days) => reviewed(youth, later(from, days), name)),
    endedMeasure(youth, lastDay, 'completed', name),
    becomes(youth, 'OTOV', later(lastDay, 1)),
  ];
};

/** NAV tells OT how it goes, as its own tasks ask for. */
export const navTellsOt = ({ team: { nav } }: DemoYouth, on: Day): Step =>
  step(nav, on, {
    type: 'ShareInformation',
    data: {
      to: 'OT',
      categories: ['work-and-measures'],
      purpose: 'coordinate-follow-up',
      basis: { statute: 'NAVL_7' },
      content: 'Tiltaket går som planlagt. Bedriften vil gjerne ha ungdommen lenger.',
    },
  });
