import { parseArgs } from 'node:util';

/** How the hub was asked to run. */
export interface HubOptions {
  readonly data: string;
  readonly port: number;
  readonly host: string;
  /** Issues tokens for the demo people. */
  readonly demo: boolean;
  /** Only prints the OpenAPI document. */
  readonly openapi: boolean;
}

/** The command line cannot be used; says what it takes. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const defaultPort = 3000;

const portOf = (text: string): number => {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError(`--port takes a number from 0 to 65535 (0: any free port).`);
};

/** Reads `--data DIR --port N --host ADDRESS --demo --openapi`, with PORT and HOST from the environment as defaults. */
export const hubOptions = (args: readonly string[], env: NodeJS.ProcessEnv): HubOptions => {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      demo: { type: 'boolean' },
      openapi: { type: 'boolean' },
    },
  });
  return {
    data: String(values.data ?? 'data'),
    port: portOf(String(values.port ?? env['PORT'] ?? defaultPort)),
    host: String(values.host ?? env['HOST'] ?? '127.0.0.1'),
    demo: values.demo === true,
    openapi: values.openapi === true,
  };
};
