import { type Day, schoolYear, schoolYearOf, workingDayFrom } from '@samspor/domain';
import { type DemoYouth, type Step, later, made, step } from '../step.js';
import { becomes } from './contact.js';

const programmes = [
  'Bygg- og anleggsteknikk',
  'Helse- og oppvekstfag',
  'Restaurant- og matfag',
  'Elektro og datateknologi',
  'Naturbruk',
] as const;
const schools = ['Steinkjer vgs', 'Verdal vgs', 'Ole Vig vgs', 'Olav Duun vgs', 'Levanger vgs'] as const;
const trades = ['Tømrerfaget', 'Helsearbeiderfaget', 'Kokkfaget', 'Elektrikerfaget', 'Industrimekanikerfaget'] as const;

/** Applies together with OT, is offered a place, starts, and is a pupil up to a day. */
export const backInSchool = (youth: DemoYouth, on: Day, upTo: Day): readonly Step[] => {
  const { dice, team } = youth;
  const programme = dice.pick(programmes);
  const school = dice.pick(schools);
  return [
    step(team.ot, on, { type: 'SubmitSchoolApplication', data: { deadlineKind: 'via-ot', programmes: [programme] } }),
    step(team.sch, later(on, 6), { type: 'OfferSchoolPlace', data: { place: school, programme } }, 'offer'),
    step(team.sch, later(on, 10), { type: 'StartSchool', data: { school, programme } }),
    becomes(youth, 'OTEV', later(on, 11), 'register'),
    ...stillAtSchool(youth, later(on, 10), upTo),
  ];
};

/** A pupil who is one after the summer too starts anew. */
export const stillAtSchool = ({ team: { sch } }: DemoYouth, since: Day, on: Day): readonly Step[] => {
  const year = schoolYearOf(on);
  if (year === schoolYearOf(since)) return [];
  const data = { school: schools[0], programme: programmes[0] };
  return [step(sch, workingDayFrom(schoolYear(year).from), { type: 'StartSchool', data })];
};

/** Is offered a place and says no to it. */
export const declinedPlace = (youth: DemoYouth, on: Day): readonly Step[] => {
  const { dice, team } = youth;
  return [
    step(
      team.sch,
      on,
      { type: 'OfferSchoolPlace', data: { place: dice.pick(schools), programme: dice.pick(programmes) } },
      'declined-offer',
    ),
    step(team.sch, later(on, 5), { type: 'DeclineSchoolPlace', data: { offerId: made(youth, 'declined-offer') } }),
  ];
};

/** Leaves school, and is followed up by OT again. */
export const quitSchool = ({ team: { sch } }: DemoYouth, on: Day): Step =>
  step(sch, on, { type: 'InterruptSchool', data: { cause: 'wellbeing', note: 'Har vært mye borte siden høstferien. Ønsker en pause.' } });

export const apprentice = (youth: DemoYouth, on: Day): readonly Step[] => [
  step(youth.team.sch, on, { type: 'StartApprenticeship', data: { contractKind: 'apprentice', trade: youth.dice.pick(trades) } }),
  becomes(youth, 'OTLL', on, 'register'),
];

export const contractEnded = ({ team: { sch } }: DemoYouth, on: Day): Step =>
  step(sch, on, { type: 'TerminateApprenticeship', data: { cause: 'contract-terminated' } });

/** Has a job, which a register shows. */
export const atWork = (youth: DemoYouth, on: Day): readonly Step[] => [
  step(youth.team.ot, on, {
    type: 'StartEmployment',
    data: { percent: youth.dice.pick([50, 60, 80, 100]), source: 'register' },
  }),
  becomes(youth, 'OTAR', on, 'register'),
];

export const lostJob = ({ team: { ot } }: DemoYouth, on: Day): Step => step(ot, on, { type: 'EndEmployment', data: {} });

export const inTheMilitary = (youth: DemoYouth, on: Day): readonly Step[] => [
  step(youth.team.ot, on, { type: 'RegisterMilitaryService', data: { to: later(on, 364) } }),
  becomes(youth, 'OTMI', on, 'register'),
];

/** Starts in training that the county runs itself. */
export const inCountyMeasure = (youth: DemoYouth, on: Day, place: string, name = 'county-measure'): readonly Step[] => [
  step(youth.team.ot, on, { type: 'StartCountyMeasure', data: { place, curriculumGoals: true, usesRight: false } }, name),
  becomes(youth, 'OTOA', on),
];

export const leftCountyMeasure = (youth: DemoYouth, on: Day, outcome: 'completed' | 'quit' | 'school'): Step =>
  step(youth.team.ot, on, { type: 'EndCountyMeasure', data: { measureId: made(youth, 'county-measure'), outcome } });

/** OT and NAV arrange training and work together: proposed by one, signed by the other. */
export const inCombinedMeasure = (youth: DemoYouth, on: Day, countyPart: string): readonly Step[] => {
  const { ot, nav } = youth.team;
  const measureId = made(youth, 'combined-measure');
  const from = later(on, 10);
  const lastDay = later(from, 200);
  const parts = { countyPart, navPart: 'Arbeidstrening to dager i uka hos en bedrift' };
  return [
    step(ot, on, { type: 'ProposeCombinedMeasure', data: { ...parts, from, to: lastDay } }, 'combined-measure'),
    step(nav, later(on, 6), { type: 'SignCombinedMeasure', data: { measureId } }),
    step(ot, from, { type: 'StartCombinedMeasure', data: { measureId } }),
    becomes(youth, 'OTKO', from),
    step(ot, lastDay, { type: 'EndCombinedMeasure', data: { measureId, outcome: 'completed' } }),
    becomes(youth, 'OTOV', later(lastDay, 1)),
  ];
};

/** Does not want follow-up, and has been told how to come back. */
export const saidNo = (youth: DemoYouth, on: Day): readonly Step[] => [
  step(youth.team.ot, on, { type: 'DeclineFollowUp', data: { statedBy: 'youth', informedOfReturn: true } }),
  becomes(youth, 'OTNO', on),
];
