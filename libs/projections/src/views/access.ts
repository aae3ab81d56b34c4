import type { ContactRole, Day } from '@samspor/domain';
import { type RecordedEvent, type View, byYouth } from '../view.js';
import { type Case, reduceCases, unitsOf } from './cases.js';
import { type LedgerCell, reduceConsents } from './consents.js';
import { type Residence, reduceResidences } from './residences.js';

/** Who is named as what. */
type Named = Readonly<Partial<Record<ContactRole | `${ContactRole} deputy` | 'coordinator', string>>>;

/** What access to a youth is decided on. It changes with few events, and is looked at for every request: it holds nothing else. */
export interface AccessDocument {
  readonly youthId: string;
  readonly birthDate: Day;
  readonly residences: readonly Residence[];
  /** Where the youth lives now. */
  readonly municipality: string;
  readonly named: Named;
  /** Everybody named in the team, once. Who is only offered the coordination is not. */
  readonly people: readonly string[];
  readonly cases: readonly Case[];
  readonly consents: readonly LedgerCell[];
}

const opened = (event: RecordedEvent, youthId: string): AccessDocument => {
  if (event.type !== 'YouthStreamOpened') throw new TypeError('the stream of a youth starts when it is opened');
  const { birthDate, municipality } = event.data;
  return { youthId, birthDate, residences: [], municipality, named: {}, people: [], cases: [], consents: [] };
};

const roleOf = (role: ContactRole, deputy: boolean) => (deputy ? (`${role} deputy` as const) : role);

const without = (named: Named, role: keyof Named): Named => Object.fromEntries(Object.entries(named).filter(([known]) => known !== role));

const reduceNamed = (named: Named, event: RecordedEvent): Named => {
  switch (event.type) {
    case 'ContactPersonAssigned':
      return { ...named, [roleOf(event.data.role, event.data.deputy)]: event.data.personId };
    case 'ContactPersonReplaced':
      return { ...named, [event.data.role]: event.data.personId };
    case 'ContactPersonReleased':
      return without(named, roleOf(event.data.role, event.data.deputy));
    case 'CoordinatorAppointed':
    case 'CoordinationHandOverAccepted':
      return { ...named, coordinator: event.data.personId };
    default:
      return named;
  }
};

const reduceAccess = (before: AccessDocument, event: RecordedEvent): AccessDocument => {
  const named = reduceNamed(before.named, event);
  const residences = reduceResidences(before.residences, event);
  const cases = reduceCases(before.cases, event);
  const consents = reduceConsents(before.consents, event);
  const isSame = named === before.named && residences === before.residences && cases === before.cases && consents === before.consents;
  if (isSame) return before;
  const people = [...new Set(Object.values(named))].toSorted();
  return { ...before, named, people, residences, municipality: residences.at(-1)?.municipality ?? before.municipality, cases, consents };
};

/** What the policies ask of a youth, by the youth's id; found by named professional and by office. */
export const accessView: View<AccessDocument> = {
  name: 'access',
  version: 1,
  atHand: 10_000,
  keys: byYouth,
  reduce: (doc, event, youthId) => reduceAccess(doc ?? opened(event, youthId), event),
  indexes: ({ people, cases }) => ({ person: people, unit: unitsOf(cases) }),
};
