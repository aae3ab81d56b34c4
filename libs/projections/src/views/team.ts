import type { Agency, ContactRole, CoordinatorBasis, Day } from '@samspor/domain';
import { type RecordedEvent, type SealedRef, known } from '../view.js';

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

/** Where a view finds the sealed name of somebody, if it holds it. */
type PersonIn = (event: RecordedEvent) => SealedRef | undefined;

const nobody: PersonIn = () => undefined;

const named = ({ personId, unit, from }: Named, person: SealedRef | undefined): NamedPerson => ({
  personId,
  unit,
  from,
  ...(person && { person }),
});

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

/** A document that has a team, after an event; without personal fields, not even sealed ones, unless it says where it finds them. */
export const reduceTeam = <Doc extends Team>(team: Doc, event: RecordedEvent, personIn = nobody): Doc => {
  switch (event.type) {
    case 'ContactPersonAssigned':
      if (event.data.deputy) return { ...team, deputies: { ...team.deputies, [event.data.role]: named(event.data, personIn(event)) } };
      return held(team, event.data.role, named(event.data, personIn(event)));
    case 'ContactPersonReplaced':
      return held(team, event.data.role, named(event.data, personIn(event)));
    case 'ContactPersonReleased':
      if (event.data.deputy) return { ...team, deputies: known({ ...team.deputies, [event.data.role]: undefined }) };
      return released(team, event.data.role, event.data.on);
    case 'TrekantCompleted':
      return { ...team, trekantComplete: true };
    case 'CoordinatorAppointed':
      return {
        ...team,
        coordinator: { agency: event.data.agency, personId: event.data.personId, basis: event.data.basis, since: event.data.on },
      };
    case 'CoordinationHandOverOffered':
      return { ...team, offered: { from: event.data.from, to: event.data.to, personId: event.data.personId, on: event.data.on } };
    case 'CoordinationHandOverAccepted':
      return known({
        ...team,
        coordinator: { agency: event.data.agency, personId: event.data.personId, since: event.data.on },
        offered: undefined,
      });
    case 'CoordinationHandOverDeclined':
      return known({ ...team, offered: undefined });
    default:
      return team;
  }
};
