import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, problemOf } from './problem.js';

interface Said {
  readonly type: string;
  readonly title: string;
  readonly detail?: string;
  readonly remedy: string;
}

/** What is wrong with a request that no route has seen, by status; nothing of what was sent is repeated. */
const said: Readonly<Record<number, Said>> = {
  400: {
    type: 'request',
    title: 'The request cannot be understood',
    detail: 'The address, the headers or the length of the body are not valid HTTP.',
    remedy: 'Send HTTP/1.1 with a valid address and a body as long as Content-Length says.',
  },
  408: {
    type: 'too-slow',
    title: 'The request took too long to arrive',
    remedy: 'Send the whole request at once, on a new connection; a command with the same Idempotency-Key.',
  },
  413: {
    type: 'too-large',
    title: 'Too large',
    detail: 'The body may hold at most 256 KiB.',
    remedy: 'Send less in one command; texts have their limits in /api/reference.',
  },
  414: {
    type: 'address-too-long',
    title: 'The address is too long',
    remedy: 'Use the ids that the hub has given, and put nothing else into the address.',
  },
  415: {
    type: 'media-type',
    title: 'Send application/json',
    detail: 'The hub reads JSON only.',
    remedy: 'Send a JSON object with Content-Type: application/json.',
  },
  431: {
    type: 'headers-too-large',
    title: 'The headers are too large',
    detail: 'All headers together may hold at most 16 KiB.',
    remedy: 'Send only the headers that the reference names; what belongs to the command goes into the body.',
  },
};

/** The problem for a status that is decided before a route runs. */
export const wireProblem = (status: number): Problem | undefined => {
  const found = said[status];
  if (found === undefined) return undefined;
  const { type, title, ...more } = found;
  return problemOf(status, type, title, more);
};

const plain: Problem = problemOf(400, 'request', 'The request cannot be understood', { remedy: said[400]?.remedy ?? '' });

/** Fastify cannot find a route for the address: it is no address, or a part of it is too long. */
export const answerFrameworkError = (
  { statusCode = 400 }: { readonly statusCode?: number },
  _request: FastifyRequest,
  reply: FastifyReply,
): void => {
  const problem = wireProblem(statusCode) ?? plain;
  void reply
    .status(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send({ ...problem, traceId: randomUUID() });
};

const statusOf = (code: string | undefined): number => {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  return code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
};

/** What came over the connection is no HTTP request, or never became one: one answer, and the connection is closed. */
export const answerClientError = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const problem = wireProblem(statusOf(error.code)) ?? plain;
  const body = JSON.stringify({ ...problem, traceId: randomUUID() });
  const head = `HTTP/1.1 ${problem.status} Refused\r\nConnection: close\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}`;
  if (socket.writable) socket.end(`${head}\r\n\r\n${body}`, () => socket.destroy());
  else socket.destroy();
};
