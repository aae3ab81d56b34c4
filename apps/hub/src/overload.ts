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

/** A request that may have been taken on: when, for as long as it is not answered. */
type Counted = FastifyRequest & { takenAt: number | undefined };

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
    // A field of the request: a WeakMap beside it costs the garbage collector more than all these hooks.
    fastify.decorateRequest('takenAt', undefined);
    fastify.addHook('preValidation', (request, reply, done) => {
      if (isUncounted(request)) done();
      else if (this.limit.allows(this.working)) this.start(request as Counted, done);
      else this.wait(() => this.start(request as Counted, done), reply);
    });
    fastify.addHook('onSend', (request, reply, payload, done) => {
      this.finish(request as Counted, reply);
      done(null, payload);
    });
  }

  private obstacle(url: string): Shed | undefined {
    if (this.stopping && (url === '/ready' || url === feed)) return 'stopping';
    if (alwaysAnswered.has(url)) return undefined;
    if (this.waiting.size >= mostWaiting) return 'busy';
    return this.delayMs > this.limits.loopDelayMs ? 'slow' : undefined;
  }

  private start(request: Counted, done: () => void): void {
    this.working += 1;
    request.takenAt = performance.now();
    done();
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
  private finish(request: Counted, { statusCode }: FastifyReply): void {
    const { takenAt } = request;
    if (takenAt === undefined) return;
    request.takenAt = undefined;
    this.working -= 1;
    if (statusCode < 300 && !asksToWait(request)) this.limit.answered(performance.now() - takenAt);
    if (this.waiting.size === 0) return;
    const [next] = this.waiting;
    if (next === undefined || !this.limit.allows(this.working)) return;
    clearTimeout(next.timer);
    this.waiting.delete(next);
    // Not from here: requests that are answered at once would each start the next one, until the stack is full.
    queueMicrotask(next.start);
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
