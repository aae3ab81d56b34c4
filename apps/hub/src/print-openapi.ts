import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hub, settingsFrom } from '@samspor/casework';
import { createApp } from './create-app.js';
import { openApiOf } from './openapi.js';

/** Writes the OpenAPI document to standard output, with every route there is. */
export const printOpenApi = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'samspor-openapi-'));
  const hub = await Hub.open(settingsFrom({}, folder));
  const app = await createApp(hub, { demo: true });
  process.stdout.write(`${JSON.stringify(openApiOf(app), null, 2)}\n`);
  await app.close();
  await hub.close();
  await rm(folder, { recursive: true });
};
