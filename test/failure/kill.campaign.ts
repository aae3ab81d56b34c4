import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import type { SavedHead } from '@samspor/event-store';
import { type TemporaryDirectory, temporaryDirectory } from '@samspor/sqlite/testing';
import type { Crash } from './kill.points.js';
import { type Found, checkLog, checkReadLog, checkReplays, logOf } from './kill.checks.js';
import { type Crowd, Load } from './kill.clients.js';
import { checkKeys } from './kill.keys.js';
import { Ledger } from './kill.ledger.js';
import { HubProcess, samspor } from './kill.processes.js';
import { awaitViews, checkViews } from './kill.views.js';
import type { Seeded } from './seeded.js';

const clients = 16;
const deadlineMs = 120_000;

const agreement = {
  county: '50',
  parties: ['OT', 'NAV', 'KOM', 'PPT', 'BV', 'SCH'],
  level: 'operational',
  from: '2024-08-01',
  to: '2028-12-31',
  termsVersion: 'trondelag-2024.1',
};

const tokenOf = async (address: string, person: string): Promise<string> => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${address}/api/demo/token`, { method: 'POST', headers, body: JSON.stringify({ person }) });
  return ((await response.json()) as { readonly token: string }).token;
};

const signAgreement = async (address: string): Promise<void> => {
  const token = await tokenOf(address, 'avtale-jon');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  const path = `/api/agreements/${randomUUID()}/sign-agreement`;
  const { status } = await fetch(`${address}${path}`, { method: 'POST', headers, body: JSON.stringify(agreement) });
  expect(status).toBe(201);
};

const within = async <T>(work: Promise<T>, what: string): Promise<T> => {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), deadlineMs);
  try {
    return await Promise.race([work, once(late.signal, 'abort').then(() => Promise.reject(new Error(what)))]);
  } finally {
    clearTimeout(timer);
  }
};

/** One data directory, its clients, and the hubs that live and die over it. */
export class Campaign {
  readonly msToReady: number[] = [];
  kills = 0;
  /** Commands whose client never heard what became of them, and how many of these had taken effect. */
  unknown = 0;
  storedUnknown = 0;
  found: Found | undefined;
  #foreign: ReadonlySet<string> = new Set();
  #head: SavedHead | undefined;

  private constructor(
    private readonly directory: TemporaryDirectory,
    readonly crowd: Crowd,
    private hub: HubProcess,
  ) {}

  /** A hub over an empty directory, in a county with an agreement. */
  static async found(dice: Seeded): Promise<Campaign> {
    const directory = temporaryDirectory();
    const hub = await HubProcess.ready(directory.file('data'));
    try {
      await signAgreement(hub.address);
      const ledger = new Ledger(directory.file('ledger'), clients);
      const token = await tokenOf(hub.address, 'ot-kari');
      const campaign = new Campaign(directory, { clients, ledger, dice, token, youths: new Map(), registered: 0 }, hub);
      campaign.#foreign = (await logOf(campaign.data)).commands;
      campaign.kills += 1;
      return campaign;
    } finally {
      await hub.kill();
    }
  }

  get data(): string {
    return this.directory.file('data');
  }

  load(): Load {
    return new Load(this.crowd, this.hub.address);
  }

  /** Starts the hub, which must find everything as it was promised. */
  async revive(crash?: Crash): Promise<void> {
    this.hub = await HubProcess.ready(this.data, crash);
    this.msToReady.push(this.hub.msToReady);
    await this.check();
  }

  /** Log, answers to repeated commands, views, read log and keys, beside the running hub. */
  async check(): Promise<void> {
    this.found = await checkLog(this.data, this.crowd, this.#foreign, this.#head);
    this.#head = this.found.head;
    this.unknown += this.found.unknown;
    this.storedUnknown += this.found.stored;
    const ask = (position: string): Promise<void> => this.#ask(position);
    await within(awaitViews(this.data, ask), 'the views never caught up');
    await checkReplays(this.data, this.hub.address, this.crowd);
    await checkViews(this.data, ask);
    await checkReadLog(this.data, this.crowd);
    await checkKeys(this.data);
  }

  /** Kills the hub. */
  async kill(): Promise<void> {
    await this.hub.kill();
    this.kills += 1;
  }

  /** Lets the hub die at the crash point that it was started with. */
  async letDie(name: string): Promise<void> {
    this.hub.arm();
    expect(await within(this.hub.ended, `the hub never came to "${name}"`)).toBe('SIGKILL');
    this.kills += 1;
  }

  /** Starts a hub that has lost its views and dies while it folds them anew. */
  async dieAtStart(name: string, crash: Crash): Promise<void> {
    for (const end of ['', '-wal', '-shm']) rmSync(`${this.data}/views.db${end}`, { force: true });
    this.hub = new HubProcess(this.data, crash);
    expect(await within(this.hub.ended, `the starting hub never came to "${name}"`)).toBe('SIGKILL');
    this.kills += 1;
  }

  /** Starts a hub and kills it before it is ready, or soon after. */
  async killAtStart(afterMs: number): Promise<void> {
    this.hub = new HubProcess(this.data);
    await once(AbortSignal.timeout(afterMs), 'abort');
    await this.kill();
  }

  /** Runs a command of `samspor` that dies at its crash point. */
  async dieInCli(name: string, args: readonly string[], crash: Crash): Promise<void> {
    const run = await within(samspor([...args, '--data', this.data], crash), `samspor never came to "${name}"`);
    expect({ name, ...run }).toMatchObject({ ended: 'SIGKILL' });
    this.kills += 1;
  }

  /** Runs a command of `samspor` that must succeed; what it printed. */
  async run(...args: readonly string[]): Promise<string> {
    const run = await samspor([...args, '--data', this.data]);
    expect(run).toMatchObject({ ended: 0 });
    return run.out;
  }

  /** What was written besides the clients, while they were not there. */
  async meanwhile(work: () => Promise<void>): Promise<number> {
    const before = await logOf(this.data);
    await work();
    const after = await logOf(this.data);
    this.#foreign = new Set([...this.#foreign, ...[...after.commands].filter((command) => !before.commands.has(command))]);
    return after.streams.size - before.streams.size;
  }

  writeFile(name: string): string {
    return this.directory.file(name);
  }

  async end(): Promise<void> {
    await this.hub.kill();
    this.crowd.ledger.close();
    this.directory.remove();
  }

  async #ask(position: string): Promise<void> {
    const headers = { authorization: `Bearer ${this.crowd.token}` };
    await (await fetch(`${this.hub.address}/api/worklist?after=${position}`, { headers })).arrayBuffer();
  }
}
