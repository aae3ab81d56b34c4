import { type Actor, type Metadata, Rejected, type Youth, type YouthCommand, youthDecider } from '@samspor/domain';
import { childId } from '../child-id.js';
import { youthStreamOf } from '@samspor/projections';
import type { Hub } from '../hub.js';
import type { Telling } from '../telling.js';
import type { RegisterYouth } from '../youths.js';
import type { BadField, ListRow } from './list-row.js';
import type { RowCommands } from './row-commands.js';

/** Of everything that is imported from lists: what a command's id follows from besides the command. */
const namespace = 'b1d7a7a4-5c0f-5d0e-9a53-6f3c2f6d8e11';

/** A command of a row as it will be told. */
export interface Planned {
  readonly command: YouthCommand;
  readonly telling: Telling;
}

/** A row that can be imported. */
export interface Plan {
  readonly row: ListRow;
  readonly youthId?: string;
  readonly planned: readonly Planned[];
  /** All of it has been imported before. */
  readonly isKnown: boolean;
}

/** Keyed, since a plain hash of a row could be guessed from the numbers that there are; of the row alone, so that a second import is a repeat. */
const idOf = (hub: Hub, { identityNumber }: ListRow, said: string): string =>
  childId(namespace, hub.fingerprint(`${identityNumber}\n${said}`));

const plannedBy = (hub: Hub, actor: Actor, row: ListRow, command: YouthCommand): Planned => {
  const text = JSON.stringify(command);
  const commandId = idOf(hub, row, text);
  const telling = {
    actor,
    commandId,
    correlationId: idOf(hub, row, 'row'),
    fingerprint: hub.fingerprint(text),
    newId: childId(commandId, 'new'),
    today: hub.today(),
  };
  return { command, telling };
};

/** Whoever is registered already, by NAV or from an earlier list, is enrolled in the stream that there is. */
const enrolmentOf = ({ data: { enrolment, on } }: RegisterYouth): YouthCommand | undefined =>
  enrolment && { type: 'OpenMembership', data: { ...enrolment, ...(on !== undefined && { on }) } };

/** What the row would lead to, decided on the stream as it is now; or the field that a rule refuses. */
export const planRow = async (hub: Hub, actor: Actor, { row, registration, following }: RowCommands): Promise<Plan | BadField> => {
  const plan = (command: YouthCommand): Planned => plannedBy(hub, actor, row, command);
  const youthId = await hub.youths.find(row.identityNumber);
  const { state, told } = youthId === undefined ? nobody : await soFar(hub, youthId);
  const opening = plan(registration);
  const enrolment = told.size === 0 || told.has(opening.telling.commandId) ? undefined : enrolmentOf(registration);
  const planned = [enrolment ? plan(enrolment) : opening, ...following.map(plan)];
  const due = planned.filter(({ telling }) => !told.has(telling.commandId));
  const bad = await findRefusal(hub, state, row.line, due);
  return bad ?? { row, ...(youthId !== undefined && { youthId }), planned, isKnown: due.length === 0 };
};

interface SoFar {
  readonly state: Youth;
  /** Ids of the commands that have taken effect. */
  readonly told: ReadonlySet<string>;
}

const nobody: SoFar = { state: youthDecider.initial, told: new Set() };

const soFar = async (hub: Hub, youthId: string): Promise<SoFar> => {
  const { state } = await hub.youths.load(youthId);
  const events = await hub.events.read(youthStreamOf(youthId));
  return { state, told: new Set(events.map(({ metadata }) => (JSON.parse(metadata) as Metadata).commandId)) };
};

const findRefusal = async (hub: Hub, before: Youth, line: number, due: readonly Planned[]): Promise<BadField | undefined> => {
  let state = before;
  for (const { command, telling } of due) {
    try {
      state = await hub.youths.rehearse(state, command, telling);
    } catch (error) {
      return badFieldOf(line, command, error);
    }
  }
  return undefined;
};

/** Which column a command comes from, unless the rule says it better. */
const fieldByCommand: Partial<Readonly<Record<YouthCommand['type'], string>>> = {
  TakeOverStatus: 'status',
  AssignContactPerson: 'rådgiver',
};
const fieldByRule: Readonly<Record<string, string>> = {
  AGE_OUT_OF_TARGET_GROUP: 'fødselsdato',
  BIRTH_DATE_IMPOSSIBLE: 'fødselsdato',
  IDENTITY_NUMBER_INVALID: 'fødselsnummer',
  REAL_IDENT_IN_TEST: 'fødselsnummer',
  UNKNOWN_MUNICIPALITY_AT_DATE: 'kommune',
  NOT_RESPONSIBLE_COUNTY: 'kommune',
};

/** A refusal by a rule as a bad field; throws anything else. */
export const badFieldOf = (line: number, { type }: YouthCommand, error: unknown): BadField => {
  if (!(error instanceof Rejected)) throw error;
  const { id, code } = error.rule;
  return { line, field: fieldByRule[code] ?? fieldByCommand[type] ?? 'tilmeldt', reason: `${id} ${code}: ${error.remedy}` };
};
