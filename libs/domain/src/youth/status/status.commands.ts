import type { Command } from '../../kernel/decider.js';

export type StatusCommand =
  | Command<'ChangeStatus', { readonly code: string; readonly basis?: 'assessed' | 'register' }>
  /** The status a youth had in the list that OT used before the hub; once, at the start. */
  | Command<'TakeOverStatus', { readonly code: string }>;
