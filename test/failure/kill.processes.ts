import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { Crash } from './kill.points.js';

const preload = resolve('test/failure/crash-points.mjs');

const spawnNode = (main: string, args: readonly string[], crash?: Crash): ChildProcess =>
  spawn(process.execPath, [...(crash ? ['--import', preload] : []), resolve(main), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // The clients are one person, in a hurry.
    env: { ...process.env, SAMSPOR_ACTOR_LIMITS: 'off', ...(crash && { CRASH_POINT: JSON.stringify(crash) }) },
  });

const endOf = async (child: ChildProcess): Promise<NodeJS.Signals | number | null> => {
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return signal ?? code;
};

const errorsOf = (child: ChildProcess): Promise<string> => (child.stderr ? text(child.stderr) : Promise.resolve(''));

const addressIn = async ({ stdout }: ChildProcess): Promise<string | undefined> => {
  if (!stdout) return undefined;
  for await (const line of createInterface({ input: stdout })) {
    const address = /runs at (http:\S+)/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  return undefined;
};

/** The built hub in a process of its own, over a data directory that outlives it. */
export class HubProcess {
  /** How it ended: a signal, or an exit code. */
  readonly ended: Promise<NodeJS.Signals | number | null>;
  readonly #child: ChildProcess;
  readonly #errors: Promise<string>;
  readonly #startedAt = performance.now();
  address = '';
  msToReady = 0;

  constructor(data: string, crash?: Crash) {
    this.#child = spawnNode('dist/apps/hub/src/main.js', ['--data', data, '--port', '0', '--demo'], crash);
    this.ended = endOf(this.#child);
    this.#errors = errorsOf(this.#child);
  }

  /** Starts it and waits until it is ready. */
  static async ready(data: string, crash?: Crash): Promise<HubProcess> {
    const hub = new HubProcess(data, crash);
    const address = await addressIn(hub.#child);
    if (address === undefined) throw new Error(`the hub ended (${String(await hub.ended)}) before it was ready: ${await hub.#errors}`);
    hub.address = address;
    while ((await fetch(`${address}/ready`)).status !== 200);
    hub.msToReady = performance.now() - hub.#startedAt;
    return hub;
  }

  /** From now on it dies at its crash point. */
  arm(): void {
    this.#child.kill('SIGUSR2');
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.ended;
  }
}

/** What became of a command of `samspor`. */
export interface CliRun {
  readonly ended: NodeJS.Signals | number | null;
  readonly out: string;
  readonly errors: string;
}

/** Runs the built command line. */
export const samspor = async (args: readonly string[], crash?: Crash): Promise<CliRun> => {
  const child = spawnNode('dist/apps/cli/src/main.js', args, crash);
  const [ended, errors, out] = await Promise.all([endOf(child), errorsOf(child), child.stdout ? text(child.stdout) : '']);
  return { ended, out, errors };
};
