import type { Agency, ContactRole, CoordinatorBasis, Day } from '@samspor/domain';
import { type RecordedEvent, type SealedRef, known, sealedRefOf } from '../view.js';

/** A professional named for a youth; name, phone and e-mail are sealed. */
export interface NamedPerson {
  readonly personId: string;
  readonly unit: string;
  readonly from: Day;
  readonly person?: SealedRef;
}

type ByRole<T> = Readonly<Partial<Record<ContactRole, T>>>;

/** Who works together for a youth. */
export interface Team {
  readonly holders: ByRole<NamedPerson>;
  readonly deputies: ByRole<NamedPerson>;
  /** Since when a role that was held by name has been vacant. */
  readonly vacantSince: ByRole<Day>;
  readonly coordinator?: { readonly agency: Agency; readonly personId: string; readonly basis?: CoordinatorBasis; readonly since: Day };
  readonly offered?: { readonly from: Agency; readonly to: Agency; readonly personId: string; readonly on: Day };
  readonly trekantComplete: boolean;
}

export const noTeam: Team = { holders: {}, deputies: {}, vacantSince: {}, trekantComplete: false };

type Named = { readonly personId: string; readonly unit: string; readonly from: Day };

const personOf = (event: RecordedEvent, { personId, unit, from }: Named): NamedPerson => {
  const person = sealedRefOf(event);
  return { personId, unit, from, ...(person && { person }) };
};

const held = <Doc extends Team>(team: Doc, role: ContactRole, person: NamedPerson): Doc => ({
  ...team,
  holders: { ...team.holders, [role]: person },
  vacantSince: known({ ...team.vacantSince, [role]: undefined }),
});

const released = <Doc extends Team>(team: Doc, role: ContactRole, on: Day): Doc => ({
  ...team,
  holders: known({ ...team.holders, [role]: undefined }),
  vacantSince: { ...team.vacantSince, [role]: on },
  trekantComplete: false,
});

/** A document that has a team, after an event. */
export const reduceTeam = <Doc extends Team>(team: Doc, event: RecordedEvent): Doc => {
  const { type, data } = event;
  switch (type) {
    case 'ContactPersonAssigned':
      if (data.deputy) return { ...team, deputies: { ...team.deputies, [data.role]: personOf(event, data) } };
      return held(team, data.role, personOf(event, data));
    case 'ContactPersonReplaced':
      return held(team, data.role, personOf(event, data));
    case 'ContactPersonReleased':
      if (data.deputy) return { ...team, deputies: known({ ...team.deputies, [data.role]: undefined }) };
      return released(team, data.role, data.on);
    case 'TrekantCompleted':
      return { ...team, trekantComplete: true };
    case 'CoordinatorAppointed':
      return { ...team, coordinator: { agency: data.agency, personId: data.personId, basis: data.basis, since: data.on } };
    case 'CoordinationHandOverOffered':
      return { ...team, offered: { from: data.from, to: data.to, personId: data.personId, on: data.on } };
    case 'CoordinationHandOverAccepted':
      return known({ ...team, coordinator: { agency: data.agency, personId: data.personId, since: data.on }, offered: undefined });
    case 'CoordinationHandOverDeclined':
      return known({ ...team, offered: undefined });
    default:
      return team;
  }
};

/** Everybody who is named in the team, once. Who is only offered the coordination is not. */
export const peopleOf = ({ holders, deputies, coordinator }: Team): readonly string[] => {
  const named = [...Object.values(holders), ...Object.values(deputies), ...(coordinator ? [coordinator] : [])];
  return [...new Set(named.map(({ personId }) => personId))].toSorted();
};
