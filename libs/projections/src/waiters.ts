interface Waiter {
  readonly position: bigint;
  readonly tell: (reached: boolean) => void;
}

/** Those who wait until something has reached a position. Nobody looks now and then: they are told. */
export class Waiters {
  readonly #waiting = new Set<Waiter>();

  /** True once `reach` tells of the position, false when the time is up or `dismiss` sends all away. */
  wait(position: bigint, timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const tell = (reached: boolean): void => {
        clearTimeout(timer);
        this.#waiting.delete(waiter);
        resolve(reached);
      };
      const waiter = { position, tell };
      const timer = setTimeout(() => tell(false), timeoutMs);
      this.#waiting.add(waiter);
    });
  }

  reach(position: bigint): void {
    for (const { position: wanted, tell } of this.#waiting) if (wanted <= position) tell(true);
  }

  dismiss(): void {
    for (const { tell } of this.#waiting) tell(false);
  }
}
