import { type Day, syntheticIdentityNumber } from '@samspor/domain';

/** Hands out synthetic identity numbers, each once. */
export class IdentityNumbers {
  readonly #given = new Map<Day, number>();

  next(birthDate: Day): string {
    const given = this.#given.get(birthDate) ?? 0;
    this.#given.set(birthDate, given + 1);
    const number = syntheticIdentityNumber(birthDate, given);
    if (number === undefined) throw new Error(`There are no more synthetic numbers for ${birthDate}.`);
    return number;
  }
}
