import { HttpException } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Limits } from './limits.js';
import { problemOf } from './problem.js';

/** Somebody asks for more than one person may; says when to go on. */
export class TooManyRequests extends HttpException {
  constructor(
    what: string,
    readonly retryAfterSeconds: number,
  ) {
    const remedy = `Wait ${retryAfterSeconds} s and send it again; a command with the same Idempotency-Key. Machine clients: send fewer at a time.`;
    super(
      { problem: problemOf(429, 'too-many-requests', 'Too many requests', { detail: `More ${what} than one person may.`, remedy }) },
      429,
    );
  }
}

interface Bucket {
  readonly left: number;
  readonly at: number;
}

const minuteMs = 60_000;
const rememberedActors = 10_000;

/** Token buckets per person, never per address: an office shares one. A full bucket is what may be asked in a minute. */
export class ActorLimits {
  private readonly buckets = new LRUCache<string, Bucket>({ max: rememberedActors });
  private readonly feeds = new Map<string, number>();

  constructor(
    private readonly limits: Limits,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** Counts a request of this person; throws TooManyRequests when it is one too many. */
  admit(actorId: string, method: string): void {
    if (method === 'GET' || method === 'HEAD') this.take(`r ${actorId}`, this.limits.readsPerMinute, 'requests in a minute');
    else this.take(`c ${actorId}`, this.limits.commandsPerMinute, 'commands in a minute');
  }

  /** Refuses a feed beyond those that one person may hold open. */
  admitFeed(actorId: string): void {
    if ((this.feeds.get(actorId) ?? 0) >= this.limits.feeds) throw new TooManyRequests('open feeds', 15);
  }

  /** Counts an open feed until what it returns is called. */
  openFeed(actorId: string): () => void {
    this.feeds.set(actorId, (this.feeds.get(actorId) ?? 0) + 1);
    return () => {
      const left = (this.feeds.get(actorId) ?? 1) - 1;
      if (left === 0) this.feeds.delete(actorId);
      else this.feeds.set(actorId, left);
    };
  }

  private take(key: string, perMinute: number, what: string): void {
    if (perMinute === Infinity) return;
    const now = this.clock();
    const { left, at } = this.buckets.get(key) ?? { left: perMinute, at: now };
    const filled = Math.min(perMinute, left + ((now - at) * perMinute) / minuteMs);
    if (filled < 1) throw new TooManyRequests(what, Math.max(1, Math.ceil(((1 - filled) * minuteMs) / perMinute / 1000)));
    this.buckets.set(key, { left: filled - 1, at: now });
  }
}
