import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { ReadLogUnavailable } from '@samspor/access';
import { Rejected } from '@samspor/domain';
import { CommandIdReused, LostRace, OutcomeUnknown, StaleRevision, StoreUnavailable } from '@samspor/event-store';
import { KeyStoreUnavailable } from '@samspor/privacy';
import { ViewStoreUnavailable } from '@samspor/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TooManyRequests } from './limits.per-actor.js';
import { type Problem, problemOf, ruleProblem } from './problem.js';
import { wireProblem } from './wire.problems.js';

/** A store that cannot take or give now: events, keys, or the read log without which nothing is shown. */
const unavailable = [OutcomeUnknown, StoreUnavailable, KeyStoreUnavailable, ReadLogUnavailable, ViewStoreUnavailable] as const;

const retrySoon = 'Send it again with the same Idempotency-Key; it is one effect however often it is sent.';

/** The one place that knows the HTTP status of an error. Nothing of what was sent is repeated in the answer or the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const problem = { ...this.problemFor(error), traceId: randomUUID() };
    const request = http.getRequest<FastifyRequest>();
    if (problem.status >= 500)
      this.logger.error(`${problem.traceId} ${request.routeOptions?.url ?? 'unknown route'} ${nameOf(error)}`, stackOf(error));
    const reply = http.getResponse<FastifyReply>();
    if (problem.status === 503) void reply.header('retry-after', '1');
    if (error instanceof TooManyRequests) void reply.header('retry-after', String(error.retryAfterSeconds));
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply.status(problem.status).header('cache-control', 'no-store').type('application/problem+json').send(problem);
  }

  private problemFor(error: unknown): Problem {
    if (error instanceof Rejected) return ruleProblem(error.rule, error.remedy);
    if (error instanceof CommandIdReused)
      return problemOf(422, 'key-reused', 'Idempotency-Key used for another command', { remedy: 'Make a new key for a new command.' });
    if (error instanceof StaleRevision) return staleProblem(error.actual);
    if (error instanceof LostRace) return problemOf(409, 'race', 'Others changed this youth at the same time', { remedy: retrySoon });
    if (unavailable.some((kind) => error instanceof kind)) {
      return problemOf(503, 'store-unavailable', 'The store cannot confirm writes now', { remedy: retrySoon });
    }
    if (error instanceof HttpException) return httpProblem(error);
    return (
      requestProblem(error) ??
      problemOf(500, 'internal', 'Something failed in the hub', { remedy: 'Try again; if it goes on, tell the operator the traceId.' })
    );
  }
}

const staleProblem = (actual: number): Problem =>
  problemOf(412, 'stale', 'The youth has changed since you looked', {
    revision: actual,
    remedy: 'Read again, decide again, and send with the new ETag in If-Match.',
  });

const titles: Readonly<Record<number, string>> = {
  403: 'Not allowed',
  406: 'Not acceptable',
  409: 'Conflict',
  503: 'Not ready',
};

const httpProblem = (error: HttpException): Problem => {
  const status = error.getStatus();
  const body = error.getResponse();
  if (typeof body === 'object' && 'problem' in body) return body.problem as Problem;
  if (status === 404) return problemOf(404, 'not-found', 'Not found', { detail: 'There is nothing here that you may see.' });
  if (status === 401) return problemOf(401, 'http-401', 'Who are you?', { detail: error.message });
  return refusedUnread(status);
};

/** Never with the message of the framework: it may repeat what was sent. */
const refusedUnread = (status: number): Problem =>
  wireProblem(status) ??
  problemOf(status, `http-${status}`, titles[status] ?? 'The request was refused', { remedy: 'Compare it with /api/reference.' });

/** Errors that Fastify finds before a route runs. */
const requestProblem = (error: unknown): Problem | undefined => {
  const { statusCode } = error as { readonly statusCode?: number };
  return statusCode === undefined || statusCode >= 500 ? undefined : refusedUnread(statusCode);
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 6).join('\n') : '');
