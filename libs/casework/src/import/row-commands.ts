import { type Actor, type Day, type YouthCommand, findEnrolmentReason, statusCodesOn } from '@samspor/domain';
import type { RegisterYouth } from '../youths.js';
import type { ListRow } from './list-row.js';

/** What a row of an OT list becomes: the youth's stream, and what goes on in it, in order. */
export interface RowCommands {
  readonly row: ListRow;
  readonly registration: RegisterYouth;
  readonly following: readonly YouthCommand[];
}

/** The code that a youth starts with where Udir asks for it (R05), on that day. */
const unknownOn = (day: Day): string | undefined => statusCodesOn(day)?.groups.find(({ code }) => code === 'unknown')?.codes[0]?.code;

/** Whoever stands in the list has completed grunnskole and has no full competence yet: otherwise OT would not have enrolled them. */
const registrationOf = ({ identityNumber, name, birthDate, municipality, reason, enrolledOn }: ListRow): RegisterYouth => ({
  type: 'RegisterYouth',
  data: {
    identityNumber,
    name,
    birthDate,
    municipality,
    enrolment: { reason, lowerSecondaryCompleted: true, competence: 'none' },
    on: enrolledOn,
  },
});

const statusesOf = ({ reason, enrolledOn, status }: ListRow): readonly YouthCommand[] => {
  const first = findEnrolmentReason(reason, enrolledOn)?.startsAsUnknown ? unknownOn(enrolledOn) : undefined;
  const start: readonly YouthCommand[] = first === undefined ? [] : [{ type: 'ChangeStatus', data: { code: first, on: enrolledOn } }];
  if (status === undefined || status.code === first) return start;
  return [...start, { type: 'TakeOverStatus', data: { code: status.code, on: status.on } }];
};

const adviserOf = ({ enrolledOn, status }: ListRow, { id, unit, name }: Actor): YouthCommand => ({
  type: 'AssignContactPerson',
  data: { role: 'OT', personId: id, unit, name, on: status?.on ?? enrolledOn },
});

/** The commands of a row; the adviser is the one who holds the case from the day of the status on. */
export const commandsOf = (row: ListRow, adviser: Actor): RowCommands => ({
  row,
  registration: registrationOf(row),
  following: [...statusesOf(row), adviserOf(row, adviser)],
});
