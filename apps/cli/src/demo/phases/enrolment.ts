import { type Day, type YouthCommand, findEnrolmentReason } from '@samspor/domain';
import { demoName } from '../names.js';
import { type DemoYouth, type Step, type Team, isMinor, step } from '../step.js';

/** How the stream of a youth begins; with the enrolment when it is OT that begins it. */
const registration = ({ identityNumber, name, birthDate, municipality, reason, dice }: DemoYouth, enrols: boolean): YouthCommand => ({
  type: 'RegisterYouth',
  data: {
    identityNumber,
    name,
    birthDate,
    municipality,
    phone: `+47 400 ${dice.between(10, 99)} ${dice.between(100, 999)}`,
    ...(enrols && { enrolment: { reason, lowerSecondaryCompleted: true, competence: 'none' } }),
  },
});

const guardian = (youth: DemoYouth, on: Day): readonly Step[] =>
  isMinor(youth, on)
    ? [step(youth.team.ot, on, { type: 'RegisterGuardian', data: { name: demoName(youth.dice), basis: 'parental-responsibility' } })]
    : [];

/** Unknown until OT has met the youth, where the reason asks for it. */
const firstStatus = ({ reason, team: { ot } }: DemoYouth, on: Day): readonly Step[] =>
  findEnrolmentReason(reason, on)?.startsAsUnknown ? [step(ot, on, { type: 'ChangeStatus', data: { code: 'OTUK' } })] : [];

/** An agency names its own contact person for the youth. */
export const named = ({ team }: DemoYouth, role: 'OT' | 'NAV' | 'KOM' | 'PPT' | 'BV', on: Day): Step => {
  const who = team[role.toLowerCase() as Lowercase<typeof role> & keyof Team];
  return step(who, on, { type: 'AssignContactPerson', data: { role, personId: who.id, unit: who.unit, name: who.name } });
};

/** OT registers the youth and enrols them at once. */
export const enrolled = (youth: DemoYouth): readonly Step[] => [
  step(youth.team.ot, youth.enrolledOn, registration(youth, true)),
  ...firstStatus(youth, youth.enrolledOn),
  ...guardian(youth, youth.enrolledOn),
  named(youth, 'OT', youth.enrolledOn),
];

/** Another agency, or OT for a pupil at risk, begins the stream. */
export const registeredBy = (youth: DemoYouth, agency: 'ot' | 'nav' | 'kom', on: Day): Step =>
  step(youth.team[agency], on, registration(youth, false));

/** OT enrols somebody who is registered already. */
export const enrolledLater = (youth: DemoYouth, on: Day): readonly Step[] => [
  step(youth.team.ot, on, {
    type: 'OpenMembership',
    data: { reason: youth.reason, lowerSecondaryCompleted: true, competence: 'none' },
  }),
  ...firstStatus(youth, on),
  ...guardian(youth, on),
];
