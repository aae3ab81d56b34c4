import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { builtMain, memoryEnvironment, nodeFlags } from '../tools/project.mjs';
import { run } from './child.mjs';

/** The built hub in a process of its own, as operators start it but for two limits. */
export class HubProcess {
  #child;
  #url;
  #says = '';
  /** From the start of the process until /ready says yes, in milliseconds. */
  startMs;
  /** The most memory that it was seen to use, in bytes. */
  rss = 0;

  static async start(folder, nodeArgs = []) {
    const started = performance.now();
    const hub = new HubProcess();
    hub.#child = spawn(process.execPath, [...nodeFlags, ...nodeArgs, builtMain('hub'), '--data', folder, '--port', '0'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // A few hundred people send what otherwise thousands would, and others may keep the machine busy.
      env: { ...process.env, ...memoryEnvironment, SAMSPOR_ACTOR_LIMITS: 'off', SAMSPOR_MAX_LOOP_DELAY_MS: '100000' },
    });
    // Kept to be told when it ends; a hub that is not ready yet logs each time that it is asked.
    hub.#child.stderr.on('data', (bytes) => (hub.#says = `${hub.#says}${bytes}`.slice(-2_000)));
    for await (const line of createInterface({ input: hub.#child.stdout })) {
      const address = /runs at (http:\S+)/.exec(line)?.[1];
      if (address !== undefined) hub.#url = new URL(address);
      if (address !== undefined) break;
    }
    if (hub.#url === undefined) throw new Error(`the hub stopped before it was ready: ${hub.#says}`);
    hub.#child.stdout.resume();
    while (!(await hub.#isReady())) await new Promise((resolve) => setTimeout(resolve, 20));
    hub.startMs = performance.now() - started;
    return hub;
  }

  /** Loads it from another process. */
  async load(job) {
    const { hostname: host, port } = this.#url;
    const before = await this.#cpuSeconds();
    const watch = setInterval(() => void this.#look().catch(() => undefined), 500);
    try {
      const measured = JSON.parse(await run('load.mjs', [], JSON.stringify({ ...job, host, port: Number(port) })));
      return { ...measured, cpuMicroseconds: ((await this.#cpuSeconds()) - before) * 1e6 };
    } finally {
      clearInterval(watch);
      await this.#look();
    }
  }

  /** Tells the profiler in the process to begin, or to write what it has. */
  signal(name) {
    this.#child.kill(name);
  }

  /** Until every view has seen every event. */
  async caughtUp() {
    while (/^samspor_view_lag_events\{[^}]*\} [1-9]/m.test(await this.#metrics())) await new Promise((resolve) => setTimeout(resolve, 100));
  }

  async stop() {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGINT');
    await ended;
  }

  async #isReady() {
    return (await fetch(new URL('/ready', this.#url))).ok;
  }

  async #metrics() {
    return (await fetch(new URL('/metrics', this.#url))).text();
  }

  async #cpuSeconds() {
    return Number(/^process_cpu_seconds_total (\S+)/m.exec(await this.#metrics())?.[1]);
  }

  async #look() {
    const bytes = /^process_resident_memory_bytes (\d+)/m.exec(await this.#metrics())?.[1];
    this.rss = Math.max(this.rss, Number(bytes ?? 0));
  }
}
