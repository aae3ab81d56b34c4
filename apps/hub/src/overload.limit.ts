/** With fewer than these at a time the hub is idle while one of them waits for the disk. */
const fewest = 16;

/** Milliseconds within which an accepted request should be answered. */
const soonMs = 400;

/**
 * How many requests to work on at once: as many as allowed while they are answered soon, fewer while they are not. A slow disk or a
 * busy machine then means more requests that are told to come again, and not that all wait long.
 */
export class AdaptiveLimit {
  private limit: number;

  constructor(private readonly most: number) {
    this.limit = most;
  }

  allows(working: number): boolean {
    return working < this.limit;
  }

  /** An accepted request was answered after so long. */
  answered(ms: number): void {
    if (ms > soonMs) this.limit = Math.max(Math.min(fewest, this.most), this.limit * 0.95);
    else this.limit = Math.min(this.most, this.limit + 4 / this.limit);
  }
}
