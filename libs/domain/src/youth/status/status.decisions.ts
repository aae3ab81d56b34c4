import type { StatusCommand } from './status.commands.js';
import { type StatusBasis, type StatusEvent, statusEvents } from './status.events.js';
import { codeInForce, contactBeforeLeavingUnknown, firstStatusIsUnknown, measureIsRunning, takenOverAtTheStart } from './status.rules.js';
import { type StatusState, statusOn } from './status.state.js';
import { isMember } from '../target-group/target-group.rules.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import { statusCodesOn } from '../../codes/ot-status.js';
import type { Day } from '../../kernel/day.js';
import type { Decisions } from '../../kernel/decisions.js';

/** The change; nothing when the same code holds from the same day already. On a later day it confirms the status anew. */
const changed = (state: StatusState, code: string, basis: StatusBasis, on: Day): readonly StatusEvent[] => {
  const current = state.changes.findLast(({ from }) => from <= on);
  if (current?.code === code && current.from === on) return [];
  const previous = statusOn(state, on);
  return [
    { type: 'OtStatusChanged', data: { code, codeSet: statusCodesOn(on)?.from ?? on, ...(previous && { previous }), basis, from: on } },
  ];
};

export const statusDecisions: Decisions<Youth, StatusCommand, StatusEvent, DecisionContext> = {
  ChangeStatus: {
    does: "Sets OT's status for the youth from a day on, also back in time.",
    by: statusEvents.OtStatusChanged.mayAppend,
    rules: [isMember, codeInForce, firstStatusIsUnknown, contactBeforeLeavingUnknown, measureIsRunning],
    emits: ({ data: { code, basis = 'assessed' } }, { status }, { on }) => changed(status, code, basis, on),
  },
  TakeOverStatus: {
    does: 'Takes over the status that a youth had in the list which OT kept before the hub.',
    by: statusEvents.OtStatusChanged.mayAppend,
    rules: [isMember, takenOverAtTheStart, codeInForce],
    emits: ({ data: { code } }, { status }, { on }) => changed(status, code, 'taken-over', on),
  },
};
