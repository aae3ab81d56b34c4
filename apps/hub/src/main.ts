import 'reflect-metadata';
import { Hub, runtimeStepsAside, settingsFrom } from '@samspor/casework';
import { createApp } from './create-app.js';
import { limitsFrom } from './limits.js';
import { stop } from './stop.js';
import { DemoPeople } from './auth/demo-people.js';
import { UsageError, hubOptions } from './hub-options.js';
import { printOpenApi } from './print-openapi.js';

const out = (text: string): void => void process.stdout.write(`${text}\n`);

const greeting = (address: string, demo: boolean): string => {
  const lines = ['', `Samspor runs at ${address}`, `  start page      ${address}/`, `  API reference   ${address}/api/reference`];
  if (!demo) return lines.join('\n');
  const people = DemoPeople.ofCounty().all.map(({ id, says }) => `  ${id.padEnd(12)} ${says}`);
  return [...lines, '', 'You can be (POST /api/demo/token {"person": "…"}):', ...people, '', 'Stop with Ctrl-C.'].join('\n');
};

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

const run = async (): Promise<void> => {
  const { data, port, host, demo, openapi } = hubOptions(process.argv.slice(2), process.env);
  if (openapi) return printOpenApi();
  const settings = { ...settingsFrom(process.env, data), threads: true };
  if (settings.production && demo)
    throw new UsageError('SAMSPOR_PRODUCTION=true and --demo exclude each other: the demo lets anybody be anybody.');
  runtimeStepsAside();
  const hub = await Hub.open(settings);
  try {
    const [app] = await Promise.all([createApp(hub, { demo, limits: limitsFrom(process.env) }), hub.projector.start()]);
    await app.listen(port, host);
    out(greeting(await app.getUrl(), demo));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(app, hub));
  } catch (error) {
    // Its threads would keep the process, and the data directory, for ever.
    await hub.close();
    throw isTaken(error) ? new Error(`Port ${port} is taken by another program. Stop it, or choose another one with --port.`) : error;
  }
};

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
