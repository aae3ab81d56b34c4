import { childId } from '@samspor/casework';
import { type Actor, type Day, municipalitiesOf } from '@samspor/domain';
import { type DemoAgreement, fixedIn } from '../agreement.js';
import { professionalAt } from '../professionals.js';
import type { Team } from '../step.js';

/** Of everything in the demo of Nord-Trøndelag: what its ids follow from. */
export const nordTrondelagId = '6a0d3b36-0f0e-5a4b-8c55-3f6f0f1d1700';

export const listedOn: Day = '2014-11-15';
export const reportedOn: Day = '2015-06-15';
const signedOn: Day = '2014-08-01';

/** Who follows up the youths of a municipality. */
export const teamIn = (municipality: string, ot: Actor): Team => ({
  ot,
  nav: professionalAt('NAV', `nav-${municipality}`),
  kom: professionalAt('KOM', `kom-${municipality}`),
  ppt: professionalAt('PPT', 'ppt-17'),
  bv: professionalAt('BV', `bv-${municipality}`),
  sch: professionalAt('SCH', 'sch-17-steinkjer', '17'),
});

/** The OT–NAV agreement of the county, and the fixed contact persons of all its municipalities. */
export const agreementOf2014 = (ot: Actor): DemoAgreement => ({
  id: childId(nordTrondelagId, 'agreement'),
  county: '17',
  termsVersion: 'nord-trondelag-2014.1',
  from: signedOn,
  to: '2016-12-31',
  signer: professionalAt('ADM', 'avtale-17'),
  steps: municipalitiesOf('17', signedOn).flatMap(({ number }) => {
    const { nav, kom } = teamIn(number, ot);
    return [ot, nav, kom].map((person) => fixedIn(number, person, signedOn));
  }),
});
