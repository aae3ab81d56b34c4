import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** What the hub answered. */
export interface Answer<Body = Readonly<Record<string, unknown>>> {
  readonly status: number;
  readonly etag: string | null;
  readonly body: Body;
}

/** The written answer of a command. */
export interface Written {
  readonly youthId: string;
  readonly position: string;
  readonly revision: number;
  readonly reference: string;
  readonly repeated: boolean;
  readonly events: readonly { readonly type: string }[];
}

/** The built hub. */
export const main = resolve('dist/apps/hub/src/main.js');

const firstAddress = async (child: ChildProcess): Promise<string> => {
  if (child.stdout === null) throw new Error('the hub has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /runs at (http:\S+)/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error('the hub stopped before it was ready');
};

/** A built hub in a process of its own, over a folder of its own. */
export class RunningHub {
  private constructor(
    readonly address: string,
    readonly folder: string,
    private readonly child: ChildProcess,
    private readonly log: readonly string[],
  ) {}

  /** Starts it with the demo identities; over an empty folder unless one is given. */
  static async start(folder?: string, settings: Readonly<Record<string, string>> = {}): Promise<RunningHub> {
    const data = folder ?? (await mkdtemp(join(tmpdir(), 'samspor-acceptance-')));
    const child = spawn(process.execPath, [main, '--data', data, '--port', '0', '--demo'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...settings },
    });
    const log: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => log.push(text));
    child.stderr.pipe(process.stderr, { end: false });
    return new RunningHub(await firstAddress(child), data, child, log);
  }

  /** Everything that it has written to its terminal so far. */
  get output(): string {
    return this.log.join('');
  }

  /** Stops as Ctrl-C does; gives the exit code. */
  async stop(signal: 'SIGINT' | 'SIGTERM' = 'SIGINT'): Promise<number | null> {
    if (this.child.exitCode !== null) return this.child.exitCode;
    const ended = once(this.child, 'exit') as Promise<[number | null]>;
    this.child.kill(signal);
    return (await ended)[0];
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true });
  }

  /** Somebody of the demo county, signed in. */
  async as(person: string): Promise<Caller> {
    const { body } = await this.request<{ readonly token: string }>('POST', '/api/demo/token', { body: { person } });
    return new Caller(this, body.token);
  }

  async request<Body>(
    method: string,
    path: string,
    { body, headers = {} }: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } = {},
  ): Promise<Answer<Body>> {
    const response = await fetch(`${this.address}${path}`, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, etag: response.headers.get('etag'), body: (isJson ? JSON.parse(text) : { text }) as Body };
  }
}

/** A person who sends requests. */
export class Caller {
  constructor(
    private readonly hub: Pick<RunningHub, 'request'>,
    private readonly token: string,
  ) {}

  get<Body>(path: string): Promise<Answer<Body>> {
    return this.hub.request('GET', path, { headers: this.headers() });
  }

  post<Body>(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer<Body>> {
    return this.hub.request('POST', path, { body, headers: { ...this.headers(), 'idempotency-key': randomUUID(), ...headers } });
  }

  /** A command to a youth, which must be accepted. */
  async tell(youthId: string, command: string, body: unknown = {}): Promise<Written> {
    const answer = await this.post<Written>(`/api/youths/${youthId}/${command}`, body);
    if (answer.status !== 201) throw new Error(`${command}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  private headers(): Readonly<Record<string, string>> {
    return { authorization: `Bearer ${this.token}` };
  }
}
