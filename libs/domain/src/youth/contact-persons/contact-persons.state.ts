import type { Agency } from '../../kernel/agency.js';
import type { Day } from '../../kernel/day.js';
import type { ContactPersonsEvent, ContactRole } from './contact-persons.events.js';

export interface Holder {
  readonly personId: string;
  readonly unit: string;
  readonly from: Day;
}

/** A time in a role for this youth, as its holder or as the holder's deputy. */
export interface Named extends Holder {
  readonly role: ContactRole;
  readonly deputy: boolean;
  /** The first day without the role; absent while it lasts. */
  readonly to?: Day;
}

export interface ContactPersonsState {
  /** Everybody named for this youth; a role that nobody holds falls to the municipality's fixed contact person. */
  readonly named: readonly Named[];
  readonly coordinator?: { readonly agency: Agency; readonly personId: string };
  readonly offered?: { readonly to: Agency; readonly personId: string };
}

export const noContactPersons: ContactPersonsState = { named: [] };

/** Who holds the role, or is its deputy, until further notice. */
export const findNamed = ({ named }: ContactPersonsState, role: ContactRole, deputy = false): Named | undefined =>
  named.find((person) => person.role === role && person.deputy === deputy && person.to === undefined);

/** Who was named for the role on the day; deputies do not count. */
export const namedOn = ({ named }: ContactPersonsState, role: ContactRole, day: Day): Named | undefined =>
  named.findLast((person) => person.role === role && !person.deputy && person.from <= day && (person.to === undefined || day < person.to));

const ended = (state: ContactPersonsState, role: ContactRole, deputy: boolean, on: Day): ContactPersonsState => ({
  ...state,
  named: state.named.map((person) =>
    person.role === role && person.deputy === deputy && person.to === undefined ? { ...person, to: on } : person,
  ),
});

const begun = (state: ContactPersonsState, { role, deputy, personId, unit, from }: Named): ContactPersonsState => ({
  ...state,
  named: [...state.named, { role, deputy, personId, unit, from }],
});

const withoutOffer = ({ offered: _, ...state }: ContactPersonsState): ContactPersonsState => state;

export const evolveContactPersons = (state: ContactPersonsState, { type, data }: ContactPersonsEvent): ContactPersonsState => {
  switch (type) {
    case 'ContactPersonAssigned':
      return begun(state, data);
    case 'ContactPersonReplaced':
      return begun(ended(state, data.role, false, data.from), { ...data, deputy: false });
    case 'ContactPersonReleased':
      return ended(state, data.role, data.deputy, data.on);
    case 'TrekantCompleted':
      return state;
    case 'CoordinatorAppointed':
      return { ...state, coordinator: { agency: data.agency, personId: data.personId } };
    case 'CoordinationHandOverOffered':
      return { ...state, offered: { to: data.to, personId: data.personId } };
    case 'CoordinationHandOverAccepted':
      return withoutOffer({ ...state, coordinator: { agency: data.agency, personId: data.personId } });
    case 'CoordinationHandOverDeclined':
      return withoutOffer(state);
  }
};
