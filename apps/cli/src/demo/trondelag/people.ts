import { childId } from '@samspor/casework';
import { type Actor, type Day, municipalitiesOf } from '@samspor/domain';
import { type AgreementStep, type DemoAgreement, fixedIn, madeIn } from '../agreement.js';
import { professionalAt } from '../professionals.js';
import type { Team } from '../step.js';

/** Of everything in the demo of today's Trøndelag: what its ids follow from. */
export const trondelagId = '0f5f1a52-7d6c-5b1e-9b0a-9d3b7c1d5000';

const signedOn: Day = '2024-08-01';
const agreementId = childId(trondelagId, 'agreement');

/** The municipality that has no contact person of its own yet: a corner of the trekant is missing there. */
export const withoutMunicipalContact = '5049';

const south = [
  '5001',
  '5014',
  '5020',
  '5021',
  '5022',
  '5025',
  '5026',
  '5027',
  '5028',
  '5029',
  '5031',
  '5032',
  '5033',
  '5054',
  '5055',
  '5056',
  '5057',
  '5058',
  '5059',
  '5061',
];

/** The demo's named people, by id. */
export type People = ReadonlyMap<string, Actor>;

const namedOr = (people: People, id: string, other: Actor): Actor => people.get(id) ?? other;

const inTrondheim = (people: People): Team => ({
  ot: namedOr(people, 'ot-per', professionalAt('OT', 'ot-50-trondheim', '50')),
  nav: namedOr(people, 'nav-ida', professionalAt('NAV', 'nav-5001')),
  kom: namedOr(people, 'kom-nils', professionalAt('KOM', 'kom-5001')),
  ppt: professionalAt('PPT', 'ppt-50-sor'),
  bv: professionalAt('BV', 'bv-5001'),
  sch: professionalAt('SCH', 'sch-trondheim-vgs', '50'),
});

const inSteinkjer = (people: People): Team => ({
  ot: namedOr(people, 'ot-kari', professionalAt('OT', 'ot-50-steinkjer', '50')),
  nav: namedOr(people, 'nav-ole', professionalAt('NAV', 'nav-5006')),
  kom: namedOr(people, 'kom-anne', professionalAt('KOM', 'kom-5006')),
  ppt: namedOr(people, 'ppt-siri', professionalAt('PPT', 'ppt-50-nord')),
  bv: namedOr(people, 'bv-tor', professionalAt('BV', 'bv-5006')),
  sch: namedOr(people, 'sch-eva', professionalAt('SCH', 'sch-steinkjer-vgs', '50')),
});

/** Who follows up the youths of a municipality: OT, PPT and the school by part of the county, the others on the spot. */
export const teamIn = (municipality: string, people: People): Team => {
  const part = south.includes(municipality) ? inTrondheim(people) : inSteinkjer(people);
  if (municipality === '5001' || municipality === '5006') return part;
  return {
    ...part,
    nav: professionalAt('NAV', `nav-${municipality}`),
    kom: professionalAt('KOM', `kom-${municipality}`),
    bv: professionalAt('BV', `bv-${municipality}`),
  };
};

const trekantOf = (municipality: string, people: People): readonly Actor[] => {
  const { ot, nav, kom } = teamIn(municipality, people);
  return municipality === withoutMunicipalContact ? [ot, nav] : [ot, nav, kom];
};

/** Levanger wants a quicker start: proposed, anchored by school and NAV, approved. */
const localRoutine = (signer: Actor, people: People): readonly AgreementStep[] => {
  const { nav, sch } = teamIn('5037', people);
  const adaptationId = madeIn(agreementId, 'local-routine');
  const changes = { firstContactWorkingDays: 3, referralAnswerDays: 10 };
  return [
    {
      who: signer,
      command: { type: 'ProposeLocalAdaptation', data: { municipality: '5037', changes, from: '2025-02-01', on: '2025-01-10' } },
      makes: 'local-routine',
    },
    { who: sch, command: { type: 'AnchorLocalAdaptation', data: { adaptationId, anchor: 'principal', on: '2025-01-20' } } },
    { who: nav, command: { type: 'AnchorLocalAdaptation', data: { adaptationId, anchor: 'nav-service-area-leader', on: '2025-01-21' } } },
    { who: signer, command: { type: 'ApproveLocalAdaptation', data: { adaptationId, on: '2025-01-25' } } },
  ];
};

/** The agreement of the county, to the end of 2027 or, later, of the coming year: the demo outlives no agreement. */
export const agreementOfToday = (people: People, today: Day): DemoAgreement => {
  const signer = namedOr(people, 'avtale-jon', professionalAt('ADM', 'avtale-50'));
  const municipalities = municipalitiesOf('50', signedOn).map(({ number }) => number);
  return {
    id: agreementId,
    county: '50',
    termsVersion: 'trondelag-2024.1',
    from: signedOn,
    to: `${Math.max(2027, Number(today.slice(0, 4)) + 1)}-12-31`,
    signer,
    steps: [
      ...municipalities.flatMap((number) => trekantOf(number, people).map((person) => fixedIn(number, person, signedOn))),
      ...localRoutine(signer, people),
    ],
  };
};
