import type { Day, Period } from '../../kernel/day.js';
import type { CloseReason, EnrolmentReason, TargetGroupEvent } from './target-group.events.js';

/** A time in OT's target group. */
export interface Membership {
  readonly reason: EnrolmentReason;
  readonly openedOn: Day;
  readonly until: Day;
  readonly closedOn?: Day;
  readonly closeReason?: CloseReason;
  readonly termsVersion?: string;
  /** By the terms that it was opened under (R14, R09). */
  readonly firstContactDueOn?: Day;
  readonly informationDueOn?: Day;
}

export interface TargetGroupState {
  /** Absent until the youth is registered. */
  readonly birthDate?: Day;
  readonly residences: readonly { readonly municipality: string; readonly from: Day }[];
  readonly memberships: readonly Membership[];
  readonly guardians: readonly ({ readonly guardianId: string } & Period)[];
}

export const noTargetGroup: TargetGroupState = { residences: [], memberships: [], guardians: [] };

/** The membership that covers the day, if any. */
export const membershipOn = ({ memberships }: TargetGroupState, day: Day): Membership | undefined =>
  memberships.findLast(({ openedOn, closedOn }) => openedOn <= day && (closedOn === undefined || day < closedOn));

/** Where the youth lived on the day; the first known residence for days before it. */
export const municipalityOn = ({ residences }: TargetGroupState, day: Day): string | undefined =>
  (residences.findLast(({ from }) => from <= day) ?? residences[0])?.municipality;

/** Closes the membership that covers the day, also when it was closed on a later one before. */
const closed = (state: TargetGroupState, on: Day, reason: CloseReason): TargetGroupState => {
  const current = membershipOn(state, on);
  return {
    ...state,
    memberships: state.memberships.map((membership) =>
      membership === current ? { ...membership, closedOn: on, closeReason: reason } : membership,
    ),
  };
};

export const evolveTargetGroup = (state: TargetGroupState, { type, data }: TargetGroupEvent): TargetGroupState => {
  switch (type) {
    case 'YouthStreamOpened':
      return { ...state, birthDate: data.birthDate, residences: [{ municipality: data.municipality, from: data.on }] };
    case 'ResidenceChanged':
      return { ...state, residences: [...state.residences, data].toSorted((a, b) => (a.from < b.from ? -1 : 1)) };
    case 'GuardianRegistered':
      return { ...state, guardians: [...state.guardians, { guardianId: data.guardianId, from: data.from, to: data.to }] };
    case 'TargetGroupMembershipOpened': {
      const { on, schoolYear: _, reentry: __, ...membership } = data;
      return { ...state, memberships: [...state.memberships, { ...membership, openedOn: on }] };
    }
    case 'TargetGroupMembershipClosed':
      return closed(state, data.on, data.reason);
    case 'IdentityLinked':
    case 'ContactDetailsRecorded':
    case 'PreventiveCaseOpened':
      return state;
  }
};
