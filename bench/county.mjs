import { randomUUID } from 'node:crypto';
import { syntheticIdentityNumber } from '../dist/libs/domain/src/index.js';

/** At 1,000,000 events: 100 events a youth. Smaller stores have fewer youths, since a youth begins with six events. */
const MOST_YOUTHS = 10_000;
const EVENTS_OF_A_YOUTH_AT_LEAST = 10;
const YOUTHS_OF_AN_ADVISER = 50;

/** How many youths a store of this many events is spread over. */
export const youthsFor = (events) => Math.min(MOST_YOUTHS, Math.floor(events / EVENTS_OF_A_YOUTH_AT_LEAST));

/** The OT adviser of the n-th youth, of one office. */
export const adviserOf = (n) => {
  const number = Math.floor(n / YOUTHS_OF_AN_ADVISER);
  return { id: `ot-bench-${number}`, name: `Kari Demo-${number}`, agency: 'OT', unit: 'ot-50-steinkjer', role: 'adviser', county: '50' };
};

/** Who signs the county's agreement. */
export const signer = {
  id: 'avtale-bench',
  name: 'Jon Demo-Haugen',
  agency: 'ADM',
  unit: 'fylke-50',
  role: 'agreement-party',
  county: '50',
};

const birthDateOf = (n) => {
  const day = new Date(Date.UTC(2006, 0, 1 + (n % 700)));
  return day.toISOString().slice(0, 10);
};

/** The body that registers the n-th youth and enrols it with OT. */
export const registrationOf = (n) => {
  const birthDate = birthDateOf(n);
  return {
    identityNumber: syntheticIdentityNumber(birthDate, Math.floor(n / 700)),
    name: `Ada Demo-${n}`,
    birthDate,
    municipality: '5006',
    phone: '+47 400 00 000',
    enrolment: { reason: 'quit', lowerSecondaryCompleted: true, competence: 'none' },
  };
};

/** Names the adviser, so that the youth stands in that worklist. */
export const assignmentOf = ({ id, unit, name }) => ({ type: 'AssignContactPerson', data: { role: 'OT', personId: id, unit, name } });

const note = 'Ringte to ganger på formiddagen, ingen svarte. La igjen beskjed om at vi prøver igjen torsdag etter klokka tolv.';

/** What goes on in a youth's case, over and over: one event each, two of three with a sealed text. */
const daily = [
  { type: 'RecordContactAttempt', data: { channel: 'phone', outcome: 'no-answer', note } },
  { type: 'RecordGuidanceTalk', data: { topics: ['school-choice', 'work-practice'], summary: note } },
  { type: 'RecordContactEstablished', data: { channel: 'visit', with: 'youth' } },
];

export const dailyCommand = (n) => daily[n % daily.length];

export const pathOf = (type) => type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

/** A command as it is told in the process, without HTTP. */
export const tellingBy = (hub, actor, command) => {
  const commandId = randomUUID();
  const fingerprint = hub.fingerprint(JSON.stringify(command));
  return { actor, commandId, correlationId: commandId, fingerprint, newId: randomUUID(), today: hub.today() };
};
