/** Where the last of a row stands, until it is done. */
interface Place {
  turn: Promise<unknown> | undefined;
}

/** Lets work on the same thing happen one after the other, in the order in which it came. */
export class Turns {
  readonly #last = new Map<string, Place>();

  take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(name)?.turn;
    const turn = before ? before.then(work, work) : work();
    const place: Place = { turn };
    this.#last.set(name, place);
    const leave = (): void => {
      if (this.#last.get(name) === place) this.#last.delete(name);
      // An old copy of the map holds the place until the next major garbage collection, but no longer what came of the work.
      place.turn = undefined;
    };
    turn.then(leave, leave);
    return turn;
  }
}
