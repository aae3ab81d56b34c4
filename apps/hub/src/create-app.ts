import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import type { Hub } from '@samspor/casework';
import { HubModule } from './hub.module.js';
import { Metrics } from './health/metrics.js';
import { serveReference } from './openapi.js';

const bodyLimit = 256 * 1024;
const headers: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** The hub as an HTTP application, not yet listening. `demo` adds the identities of the demo county. */
export const createApp = async (hub: Hub, { demo }: { readonly demo: boolean }): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({ bodyLimit, requestTimeout: 30_000, keepAliveTimeout: 10_000, forceCloseConnections: 'idle' });
  const app = await NestFactory.create<NestFastifyApplication>(HubModule.with(hub, demo), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  const metrics = app.get(Metrics);
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    for (const [name, value] of Object.entries(headers)) if (!reply.hasHeader(name)) void reply.header(name, value);
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
