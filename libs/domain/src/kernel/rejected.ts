import type { AnyRule } from './rule.js';

/** A command broke a rule. Nothing was changed. */
export class Rejected extends Error {
  override readonly name = 'Rejected';
  constructor(
    readonly rule: AnyRule,
    readonly remedy: string,
  ) {
    super(`${rule.id} ${rule.code}`);
  }
}
