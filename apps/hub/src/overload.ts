import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Limits } from './limits.js';
import { AdaptiveLimit } from './overload.limit.js';
import { problemOf } from './problem.js';

/** Why a request is turned away before any work is done for it. */
type Shed = 'busy' | 'slow' | 'stopping';

/** Where it is counted what was turned away. */
interface Counting {
  turnedAway(why: Shed): void;
  watchInFlight(count: () => number): void;
}

const details: Readonly<Record<Shed, string>> = {
  busy: 'The hub works on as many requests as it can.',
  slow: 'The hub is behind with its work.',
  stopping: 'The hub is stopping.',
};

const remedy = 'Wait as long as Retry-After says and send it again; a command with the same Idempotency-Key.';

/** Asked by machines that decide what to do with a hub that is too busy, so always answered. */
const alwaysAnswered = new Set(['/live', '/ready', '/metrics']);

const feed = '/api/feed';

/** A feed is no work: it stays open, and is counted per person. */
const isUncounted = ({ routeOptions: { url = '' } }: FastifyRequest): boolean => url === feed || alwaysAnswered.has(url);

/** `?after=` waits for the views, which says nothing of how busy the hub is. */
const asksToWait = ({ query }: FastifyRequest): boolean => typeof query === 'object' && query !== null && 'after' in query;

const mostWaiting = 1_000;
const sampleMs = 100;

/** A request that waits for its turn. */
interface Waiting {
  readonly start: () => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * Takes on no more than can be answered soon. The rest waits a moment for its turn and is then told to come again: nothing piles up
 * in memory, and who sends again at once cannot take the time that the others need.
 */
export class Overload {
  private working = 0;
  private stopping = false;
  private delayMs = 0;
  private readonly limit: AdaptiveLimit;
  private readonly takenAt = new WeakMap<FastifyRequest, number>();
  private readonly waiting = new Set<Waiting>();
  private sampledAt = performance.now();

  constructor(
    private readonly limits: Pick<Limits, 'inFlight' | 'turnMs' | 'loopDelayMs'>,
    private readonly metrics: Counting,
  ) {
    this.limit = new AdaptiveLimit(limits.inFlight);
    metrics.watchInFlight(() => this.working);
    setInterval(() => this.sample(), sampleMs).unref();
  }

  /** From now on /ready says no, and no new feed is opened; what has been sent is still answered. */
  stop(): void {
    this.stopping = true;
  }

  /** Looks at each request when its headers are there, counts it when its body is, and until it is answered. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', ({ routeOptions: { url = '' } }, reply, done) => {
      const why = this.obstacle(url);
      if (why) this.shed(why, reply);
      else done();
    });
    fastify.addHook('preValidation', (request, reply, done) => {
      if (isUncounted(request)) return done();
      const start = (): void => {
        this.working += 1;
        this.takenAt.set(request, performance.now());
        done();
      };
      if (this.limit.allows(this.working)) start();
      else this.wait(start, reply);
    });
    fastify.addHook('onSend', (request, { statusCode }, payload, done) => {
      const takenAt = this.takenAt.get(request);
      if (takenAt !== undefined) this.finish(request, statusCode < 300 && !asksToWait(request) ? performance.now() - takenAt : undefined);
      done(null, payload);
    });
  }

  private obstacle(url: string): Shed | undefined {
    if (this.stopping && (url === '/ready' || url === feed)) return 'stopping';
    if (alwaysAnswered.has(url)) return undefined;
    if (this.waiting.size >= mostWaiting) return 'busy';
    return this.delayMs > this.limits.loopDelayMs ? 'slow' : undefined;
  }

  private wait(start: () => void, reply: FastifyReply): void {
    const timer = setTimeout(() => {
      this.waiting.delete(entry);
      this.shed('busy', reply);
    }, this.limits.turnMs);
    const entry: Waiting = { start, timer };
    this.waiting.add(entry);
  }

  /** Its turn goes to who has waited longest. */
  private finish(request: FastifyRequest, ms: number | undefined): void {
    this.takenAt.delete(request);
    this.working -= 1;
    if (ms !== undefined) this.limit.answered(ms);
    const [next] = this.waiting;
    if (next === undefined || !this.limit.allows(this.working)) return;
    clearTimeout(next.timer);
    this.waiting.delete(next);
    next.start();
  }

  private shed(why: Shed, reply: FastifyReply): void {
    this.metrics.turnedAway(why);
    const title = why === 'stopping' ? 'Not ready' : 'Too busy';
    const type = why === 'stopping' ? 'not-ready' : 'overloaded';
    const problem = { ...problemOf(503, type, title, { detail: details[why], remedy }), traceId: randomUUID() };
    void reply.status(503).header('retry-after', '1').type('application/problem+json').send(problem);
  }

  /** By how much a timer comes late, smoothed, so that one pause of the garbage collector turns nobody away. */
  private sample(): void {
    const now = performance.now();
    const late = Math.max(0, now - this.sampledAt - sampleMs);
    this.delayMs = (this.delayMs + late) / 2;
    this.sampledAt = now;
  }
}
