import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { RunningHub } from './running-hub.js';

/** The block of the README that a new user pastes, as it stands there. */
const transcript = (): string => {
  const block = /<!-- transcript -->\s*```bash\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1];
  if (block === undefined) throw new Error('README.md has no transcript');
  return block;
};

describe('the README’s way from a fresh clone to a first event', () => {
  let hub: RunningHub;

  beforeAll(async () => {
    hub = await RunningHub.start();
  });
  afterAll(() => hub.remove());

  it('works as it stands: the event is in the timeline, and the refusal says what to do', async () => {
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', transcript()], {
      env: { ...process.env, SAMSPOR: hub.address },
    });
    expect(stdout).toContain('ContactAttempted');
    expect(stdout).toMatch(/"rule"|R\d\d/);
    expect(stdout).toMatch(/remedy|attempts/);
  });
});
