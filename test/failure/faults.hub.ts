import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { type Answer, Caller } from '../acceptance/running-hub.js';

/** What a process said and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly says: string;
}

interface Ready {
  readonly detail?: string;
  readonly views: readonly { readonly view: string; readonly mode: string; readonly lag: number; readonly parked: number }[];
}

const mains = { hub: resolve('dist/apps/hub/src/main.js'), cli: resolve('dist/apps/cli/src/main.js') };

/** Whoever waits so long for a hub that sees its fault waits in vain. */
const tooLateMs = 20_000;

const launch = (launcher: readonly string[], args: readonly string[]): ChildProcess => {
  const [command = '', ...rest] = [...launcher, process.execPath, ...args];
  return spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
};

const endOf = async (child: ChildProcess, says: Promise<string>): Promise<Ended> => {
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, says: await says };
};

const addressIn = async ({ stdout }: ChildProcess): Promise<string | undefined> => {
  if (!stdout) return undefined;
  for await (const line of createInterface({ input: stdout })) {
    const address = /runs at (http:\S+)/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  return undefined;
};

/** Runs `samspor` to its end. */
export const samspor = (args: readonly string[], launcher: readonly string[] = []): Ended => {
  const [command = '', ...rest] = [...launcher, process.execPath, mains.cli, ...args];
  const { status, stdout, stderr } = spawnSync(command, rest, { encoding: 'utf8' });
  return { code: status, says: `${stdout}${stderr}` };
};

/** A built hub in a process of its own, started by a launcher that plants a fault. */
export class HubUnderFault {
  private constructor(
    private readonly child: ChildProcess,
    private readonly ended: Promise<Ended>,
    readonly address: string,
  ) {}

  static async start(folder: string, launcher: readonly string[] = []): Promise<HubUnderFault> {
    const started = await HubUnderFault.attempt(folder, launcher);
    if (started instanceof HubUnderFault) return started;
    throw new Error(`the hub ended with ${String(started.code)}: ${started.says}`);
  }

  /** The hub that runs, or how it ended instead. */
  static async attempt(folder: string, launcher: readonly string[] = []): Promise<HubUnderFault | Ended> {
    const child = launch(launcher, [mains.hub, '--data', folder, '--port', '0', '--demo']);
    const ended = endOf(child, child.stderr ? text(child.stderr) : Promise.resolve(''));
    const address = await addressIn(child);
    return address === undefined ? ended : new HubUnderFault(child, ended, address);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  async stop(): Promise<Ended> {
    this.child.kill('SIGINT');
    return this.ended;
  }

  async kill(): Promise<Ended> {
    this.child.kill('SIGKILL');
    return this.ended;
  }

  async as(person: string): Promise<Caller> {
    const { body } = await this.request<{ readonly token: string }>('POST', '/api/demo/token', { body: { person } });
    return new Caller(this, body.token);
  }

  ready(): Promise<Answer<Ready>> {
    return this.request('GET', '/ready');
  }

  /** Ends when it is ready; gives the answer. */
  async untilReady(): Promise<Answer<Ready>> {
    for (;;) {
      const answer = await this.ready();
      if (answer.status === 200) return answer;
    }
  }

  /** Ends when it is not ready; gives the answer and how long that took. */
  async untilNotReady(): Promise<{ readonly answer: Answer<Ready>; readonly ms: number }> {
    const started = performance.now();
    for (;;) {
      const answer = await this.ready();
      const ms = performance.now() - started;
      if (answer.status !== 200) return { answer, ms };
      if (ms > tooLateMs) throw new Error(`the hub has been ready for ${Math.round(ms)} ms`);
    }
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
    const answer = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, etag: response.headers.get('etag'), body: (isJson ? JSON.parse(answer) : { text: answer }) as Body };
  }
}

/** A hub that was refused; throws when it runs. */
export const refusedHub = async (folder: string, launcher: readonly string[] = []): Promise<Ended> => {
  const started = await HubUnderFault.attempt(folder, launcher);
  if (!(started instanceof HubUnderFault)) return started;
  await started.stop();
  throw new Error('the hub was to be refused, and it runs');
};
