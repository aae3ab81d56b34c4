import type { Day } from '@samspor/domain';
import { type RecordedEvent, type View, byYouth } from '../view.js';
import { type Case, reduceCases, unitsOf } from './cases.js';
import { type LedgerCell, reduceConsents } from './consents.js';
import { type Residence, reduceResidences } from './residences.js';
import { type Team, noTeam, peopleOf, reduceTeam } from './team.js';

/** What access to a youth is decided on. It changes with few events, and is looked at for every request. */
export interface AccessDocument {
  readonly youthId: string;
  readonly birthDate: Day;
  readonly residences: readonly Residence[];
  /** Where the youth lives now. */
  readonly municipality: string;
  readonly team: Team;
  /** Everybody named in the team. */
  readonly people: readonly string[];
  readonly cases: readonly Case[];
  readonly consents: readonly LedgerCell[];
}

const opened = (event: RecordedEvent, youthId: string): AccessDocument => {
  if (event.type !== 'YouthStreamOpened') throw new TypeError('the stream of a youth starts when it is opened');
  const { birthDate, municipality } = event.data;
  return { youthId, birthDate, residences: [], municipality, team: noTeam, people: [], cases: [], consents: [] };
};

const reduceAccess = (before: AccessDocument, event: RecordedEvent): AccessDocument => {
  const team = reduceTeam(before.team, event);
  const residences = reduceResidences(before.residences, event);
  const cases = reduceCases(before.cases, event);
  const consents = reduceConsents(before.consents, event);
  const isSame = team === before.team && residences === before.residences && cases === before.cases && consents === before.consents;
  if (isSame) return before;
  const people = team === before.team ? before.people : peopleOf(team);
  return { ...before, team, people, residences, municipality: residences.at(-1)?.municipality ?? before.municipality, cases, consents };
};

/** What the policies ask of a youth, by the youth's id; found by named professional and by office. */
export const accessView: View<AccessDocument> = {
  name: 'access',
  version: 1,
  keys: byYouth,
  reduce: (doc, event, youthId) => reduceAccess(doc ?? opened(event, youthId), event),
  indexes: ({ people, cases }) => ({ person: people, unit: unitsOf(cases) }),
};
