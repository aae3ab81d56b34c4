import type { Day } from '@samspor/domain';
import { type DemoYouth, type Step, later, made, step } from '../step.js';
import { aftercare, consented, toHealth, toPpt } from './consents.js';
import { named } from './enrolment.js';

/** OT coordinates the agencies. */
export const coordinated = ({ team: { ot } }: DemoYouth, on: Day): Step =>
  step(ot, on, { type: 'AppointCoordinator', data: { agency: 'OT', personId: ot.id, basis: 'OPL_9_4' } });

/** OT offers the coordination to NAV, which takes it over. */
export const handedOver = ({ team: { ot, nav } }: DemoYouth, on: Day): readonly Step[] => [
  step(ot, on, {
    type: 'OfferCoordination',
    data: { to: 'NAV', personId: nav.id, reason: 'Det meste av oppfølgingen skjer nå i NAV-tiltaket.' },
  }),
  step(nav, later(on, 4), { type: 'AcceptCoordination', data: { personId: nav.id } }),
];

/** OT offers the coordination to the municipality, which declines for now. */
export const handOverDeclined = ({ team: { ot, kom } }: DemoYouth, on: Day): readonly Step[] => [
  step(ot, on, { type: 'OfferCoordination', data: { to: 'KOM', personId: kom.id, reason: 'Mange kommunale tjenester er inne.' } }),
  step(kom, later(on, 5), { type: 'DeclineCoordination', data: { reason: 'Har ikke kapasitet før jul. Spør igjen i januar.' } }),
];

/** PPT looks at what the youth needs in education. */
export const referredToPpt = (youth: DemoYouth, on: Day): readonly Step[] => {
  const { ot, ppt } = youth.team;
  const basis = { consentId: made(youth, 'consent-ppt') };
  const message = 'Strevde med lesing gjennom hele ungdomsskolen. Ønsker en ny vurdering før søknad.';
  return [
    ...consented(youth, toPpt, on, 'consent-ppt'),
    step(
      ot,
      later(on, 1),
      { type: 'ReferToPpt', data: { toUnit: ppt.unit, reason: 'needs-expert-assessment', categories: ['education'], basis, message } },
      'referral-ppt',
    ),
    step(ppt, later(on, 9), { type: 'AcceptReferral', data: { referralId: made(youth, 'referral-ppt'), handlerId: ppt.id } }),
    named(youth, 'PPT', later(on, 9)),
    step(ppt, later(on, 40), {
      type: 'ShareInformation',
      data: {
        to: 'OT',
        categories: ['education'],
        purpose: 'coordinate-follow-up',
        basis: { statute: 'FVL_13B_1_5' },
        content: 'Kartleggingen er gjennomført. Anbefaler en praktisk vei med lesestøtte.',
      },
    }),
  ];
};

/** Barnevern reports the youth to OT for its own tasks, and follows along by consent. */
export const reportedByBarnevern = (youth: DemoYouth, on: Day): readonly Step[] => {
  const { ot, bv } = youth.team;
  const message = 'Vi avslutter våre tiltak til sommeren og ønsker at OT kommer inn nå.';
  const referral = {
    toUnit: ot.unit,
    reason: 'at-risk-of-leaving',
    categories: ['follow-up'],
    basis: { statute: 'BVL_13_1' },
    message,
  } as const;
  return [
    step(bv, on, { type: 'ReferToOt', data: referral }, 'referral-ot'),
    step(ot, later(on, 3), { type: 'AcceptReferral', data: { referralId: made(youth, 'referral-ot'), handlerId: ot.id } }),
    named(youth, 'BV', later(on, 5)),
    ...consented(youth, aftercare, later(on, 10), 'consent-aftercare'),
    step(bv, later(on, 12), {
      type: 'ShareInformation',
      data: {
        to: 'OT',
        categories: ['follow-up', 'coordination'],
        purpose: 'aftercare',
        basis: { consentId: made(youth, 'consent-aftercare') },
        content: 'Ettervern er avtalt fra 18-årsdagen: støttekontakt og hybel.',
      },
    }),
  ];
};

/** OT asks a municipal service for help, on a consent that reaches health. */
export const referredToMunicipality = (youth: DemoYouth, on: Day): readonly Step[] => {
  const { ot, kom } = youth.team;
  const basis = { consentId: made(youth, 'consent-health') };
  const said = { toUnit: kom.unit, reason: 'needs-health-service', categories: ['health'], basis, service: 'psychologist' } as const;
  return [
    ...consented(youth, toHealth, on, 'consent-health'),
    step(ot, later(on, 1), { type: 'ReferToMunicipalService', data: { ...said, message: 'Ønsker noen å snakke med.' } }, 'referral-kom'),
    step(kom, later(on, 8), { type: 'AcceptReferral', data: { referralId: made(youth, 'referral-kom') } }),
    step(kom, later(on, 30), {
      type: 'ShareInformation',
      data: {
        to: 'OT',
        categories: ['follow-up'],
        purpose: 'coordinate-follow-up',
        basis: { statute: 'FVL_13B_1_5' },
        content: 'Er i gang med samtaler hver uke og kommer til timene.',
      },
    }),
  ];
};
