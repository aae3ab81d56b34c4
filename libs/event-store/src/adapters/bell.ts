/** Wakes those who wait for news. */
export class Bell {
  readonly #waiting = new Set<() => void>();

  ring(): void {
    for (const wake of this.#waiting) wake();
  }

  /** Ends when the bell rings, the signal says stop, or the time is up, whichever comes first; keeps no process alive. */
  async heard(signal: AbortSignal, milliseconds: number): Promise<void> {
    if (signal.aborted) return;
    let wake = (): void => undefined;
    const woken = new Promise<void>((resolve) => (wake = resolve));
    const timer = setTimeout(wake, milliseconds).unref();
    this.#waiting.add(wake);
    signal.addEventListener('abort', wake, { once: true });
    await woken;
    signal.removeEventListener('abort', wake);
    this.#waiting.delete(wake);
    clearTimeout(timer);
  }
}
