import { setTimeout } from 'node:timers/promises';

const FIRST_MS = 50;
const LONGEST_MS = 5_000;

/** Waits longer after each failure in a row, and never as long as somebody else who failed at the same time. */
export class Patience {
  #failures = 0;

  constructor(private readonly firstMs: number = FIRST_MS) {}

  /** After a success the next wait is short again. */
  renew(): void {
    this.#failures = 0;
  }

  /** Ends early when the signal says so. */
  async wait(signal: AbortSignal): Promise<void> {
    const longest = Math.min(LONGEST_MS, this.firstMs * 2 ** this.#failures);
    this.#failures += 1;
    try {
      await setTimeout(longest * (0.5 + Math.random() / 2), undefined, { signal });
    } catch {
      // The signal: there is nothing left to wait for.
    }
  }
}
