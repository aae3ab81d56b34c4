import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import type { Hub } from '@samspor/casework';
import { checkAddresses } from './address.js';
import { HubModule } from './hub.module.js';
import { readOnlyJson } from './json-body.js';
import { type Limits, usualLimits } from './limits.js';
import { Overload } from './overload.js';
import { answerClientError, answerFrameworkError } from './wire.problems.js';
import { Metrics } from './health/metrics.js';
import { serveReference } from './openapi.js';

const bodyLimit = 256 * 1024;
const checkConnectionsMs = 2_000;
const headers = [
  ['cache-control', 'no-store'],
  ['referrer-policy', 'no-referrer'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
] as const;

/** How the hub is offered. */
export interface AppOptions {
  /** Adds the identities of the demo county. */
  readonly demo: boolean;
  readonly limits?: Limits;
}

const adapterWith = ({ requestMs, connections }: Limits): FastifyAdapter => {
  const adapter = new FastifyAdapter({
    bodyLimit,
    // There is no middleware, and each request would go past it.
    skipMiddie: true,
    requestTimeout: requestMs,
    keepAliveTimeout: 10_000,
    forceCloseConnections: 'idle',
    // A request that came over an open connection while the hub stops is still answered.
    return503OnClosing: false,
    http: { headersTimeout: requestMs, requestTimeout: requestMs, connectionsCheckingInterval: Math.min(requestMs, checkConnectionsMs) },
    clientErrorHandler: answerClientError,
    frameworkErrors: answerFrameworkError,
  });
  adapter.getInstance().server.maxConnections = connections;
  return adapter;
};

/** The hub as an HTTP application, not yet listening. */
export const createApp = async (hub: Hub, { demo, limits = usualLimits }: AppOptions): Promise<NestFastifyApplication> => {
  const adapter = adapterWith(limits);
  const app = await NestFactory.create<NestFastifyApplication>(HubModule.with(hub, demo, limits), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
    bodyParser: false,
  });
  const fastify = adapter.getInstance();
  const metrics = app.get(Metrics);
  app.get(Overload).watch(fastify);
  readOnlyJson(fastify);
  checkAddresses(fastify);
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    for (const [name, value] of headers) if (!reply.hasHeader(name)) void reply.header(name, value);
    done(null, payload);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    metrics.answered(request.method, request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
  serveReference(app);
  await app.init();
  return app;
};
