import type { ContactRole, Day } from '@samspor/domain';
import { type RecordedEvent, type SealedRef, type View, agreementIdOf, sealedRefOf } from '../view.js';

/** Somebody who is or was a municipality's fixed contact person: from the first day up to, not including, the last. */
export interface FixedContact {
  readonly role: ContactRole;
  readonly personId: string;
  readonly unit: string;
  readonly from: Day;
  readonly to?: Day;
  readonly agreementId: string;
  /** Where in the agreement's stream it stands. */
  readonly revision: number;
  readonly person?: SealedRef;
}

/** A municipality's fixed contact persons, past and present. */
export interface DirectoryDocument {
  readonly municipality: string;
  readonly persons: readonly FixedContact[];
}

/** By what the events say, so that those of two agreements give the same list in whatever order they are folded. */
const inOrder = (a: FixedContact, b: FixedContact): number => {
  const [one, other] = [a, b].map(({ from, agreementId, revision }) => [from, agreementId, String(revision).padStart(8, '0')].join(' '));
  return (one ?? '') < (other ?? '') ? -1 : 1;
};

const ended = (persons: readonly FixedContact[], agreementId: string, role: ContactRole, to: Day): readonly FixedContact[] =>
  persons.map((person) =>
    person.agreementId === agreementId && person.role === role && person.to === undefined ? { ...person, to } : person,
  );

const reducePersons = (persons: readonly FixedContact[], event: RecordedEvent): readonly FixedContact[] => {
  const { stream, revision } = event;
  const agreementId = agreementIdOf(stream) ?? stream;
  switch (event.type) {
    case 'FixedContactPersonNamed': {
      const { role, personId, unit, from } = event.data;
      const sealed = sealedRefOf(event);
      const named = { role, personId, unit, from, agreementId, revision, ...(sealed && { person: sealed }) };
      const others = persons.filter((person) => person.agreementId !== agreementId || person.revision !== revision);
      return [...ended(others, agreementId, role, from), named].toSorted(inOrder);
    }
    case 'FixedContactPersonReleased':
      return ended(persons, agreementId, event.data.role, event.data.on);
    default:
      return persons;
  }
};

/** Fixed contact persons by municipality. */
export const contactDirectoryView: View<DirectoryDocument> = {
  name: 'contact-directory',
  version: 1,
  keys: (event) =>
    event.type === 'FixedContactPersonNamed' || event.type === 'FixedContactPersonReleased' ? [event.data.municipality] : [],
  reduce: (directory, event, municipality) => ({ municipality, persons: reducePersons(directory?.persons ?? [], event) }),
};
