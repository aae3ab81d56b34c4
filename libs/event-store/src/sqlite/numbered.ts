/**
 * What is out for an answer, each under a number that is used again once it is back. A Map would do, but one that is set and deleted
 * all the time is copied now and then, and each old copy holds what was out just then until the next major garbage collection.
 */
export class Numbered<T extends object> {
  readonly #out: (T | undefined)[] = [];
  readonly #free: number[] = [];

  /** Gives it a number. */
  add(thing: T): number {
    const number = this.#free.pop() ?? this.#out.length;
    this.#out[number] = thing;
    return number;
  }

  /** What bears the number, which is free from now on; undefined when nothing does. */
  take(number: number): T | undefined {
    const thing = this.#out[number];
    if (thing === undefined) return undefined;
    this.#out[number] = undefined;
    this.#free.push(number);
    return thing;
  }

  /** All that is out. */
  takeAll(): readonly T[] {
    return [...this.#out.keys()].flatMap((number) => this.take(number) ?? []);
  }
}
