/** Where a rule comes from: law, a cooperation agreement, or a proposal of ours where no source sets it. */
export type RuleKind = 'LAW' | 'AGR' | 'PROP';

/** What must be true for a command to be accepted, its source, and the way out when it is not. */
export interface Rule<State, C, Context> {
  /** R01–R64 as in docs/rules.md. */
  readonly id: string;
  /** Public code of the refusal, SCREAMING_SNAKE. */
  readonly code: string;
  readonly kind: RuleKind;
  /** Paragraph, agreement clause or page. */
  readonly source: string;
  /** The rule in one sentence, as a caseworker would say it. */
  readonly says: string;
  holds(state: State, command: C, context: Context): boolean;
  /** What the actor can do instead. */
  remedy(state: State, command: C, context: Context): string;
}

/** A rule as it stands in a list, whatever it judges. */
export type AnyRule = Pick<Rule<unknown, unknown, unknown>, 'id' | 'code' | 'kind' | 'source' | 'says'>;
