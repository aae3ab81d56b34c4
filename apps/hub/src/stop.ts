import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Hub } from '@samspor/casework';
import { Overload } from './overload.js';

const drainMs = 8_000;

/** Takes no new connection, ends the feeds, answers what has been sent, and closes on a checkpoint; a client that dawdles is cut. */
export const stop = async (app: NestFastifyApplication, hub: Hub): Promise<void> => {
  app.get(Overload).stop();
  const cut = setTimeout(() => app.getHttpServer().closeAllConnections(), drainMs);
  await app.close();
  clearTimeout(cut);
  await hub.close();
  process.exitCode = 0;
};
