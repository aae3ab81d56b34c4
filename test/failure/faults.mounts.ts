import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

const asRoot = process.getuid?.() === 0;
const unshared = ['--mount', ...(asRoot ? [] : ['--map-root-user'])];

/** Whether this machine lets a test have mounts of its own (Linux, and allowed). */
export const canMount = spawnSync('unshare', [...unshared, 'true']).status === 0;

/** Mounts that only the processes in it see, and that are gone when it is closed, however the test ends. */
export class Mounts {
  private constructor(private readonly holder: ChildProcess) {}

  static async open(): Promise<Mounts> {
    const holder = spawn('unshare', [...unshared, 'sh', '-c', 'echo ready; exec cat'], { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    return new Mounts(holder);
  }

  /** Goes before a command that is to see the mounts. */
  get launcher(): readonly string[] {
    const user = asRoot ? [] : ['--user', '--preserve-credentials'];
    return ['nsenter', '--mount', ...user, '--target', String(this.holder.pid), '--'];
  }

  /** Runs a shell command that sees the mounts; it must end well. */
  run(command: string): string {
    const [nsenter = '', ...args] = this.launcher;
    const { status, stdout, stderr } = spawnSync(nsenter, [...args, 'sh', '-c', command], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command}: ${stderr}`);
    return stdout;
  }

  async close(): Promise<void> {
    const ended = once(this.holder, 'exit');
    this.holder.stdin?.end();
    await ended;
  }
}
