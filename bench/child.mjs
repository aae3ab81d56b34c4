import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** The path of a program of the bench. */
export const programOf = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Runs a program of the bench to its end; what it printed. */
export async function run(name, args, input = '') {
  const child = spawn(process.execPath, ['--expose-gc', '--no-warnings', programOf(name), ...args.map(String)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(input);
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (code !== 0) throw new Error(`${name} ended with ${code}`);
  return output;
}
