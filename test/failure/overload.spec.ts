import { Agent } from 'node:http';
import { BadInput } from './bad-input.sending.js';
import { type FloodAnswer, type FloodRequest, flood, sendThrough } from './overload.flood.js';

const attempt = JSON.stringify({ channel: 'phone', outcome: 'no-answer' });
const megabytes = 1024 * 1024;

const commandTo = (input: BadInput): FloodRequest => ({ method: 'POST', path: input.attempts, headers: input.headers(), body: attempt });
const readOf = (input: BadInput): FloodRequest => ({
  method: 'GET',
  path: `/api/youths/${input.youthId}/trekant`,
  headers: input.headers(),
});

const measured = async (input: BadInput, name: string): Promise<number> => {
  const { body } = await input.hub.request<{ readonly text: string }>('GET', '/metrics');
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(body.text)?.[1] ?? Number.NaN);
};

const percentile = (answers: readonly FloodAnswer[], share: number): number =>
  answers.map(({ ms }) => ms).toSorted((a, b) => a - b)[Math.floor((answers.length - 1) * share)] ?? 0;

const ms = (answers: readonly FloodAnswer[], share: number): string => percentile(answers, share).toFixed(0);

const counted = (answers: readonly FloodAnswer[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...new Set(answers.map(({ status }) => status))].map((s) => [s, answers.filter(({ status }) => status === s).length]),
  );

describe('a flood', () => {
  let input: BadInput;

  beforeAll(async () => {
    input = await BadInput.start({ SAMSPOR_ACTOR_LIMITS: 'off', SAMSPOR_MAX_IN_FLIGHT: '4', SAMSPOR_MAX_WAIT_MS: '20' });
  });
  afterAll(() => input.hub.remove());

  it('is answered within a second each, in part with “come again”, and leaves the hub as it was', async () => {
    const mixed = (index: number): FloodRequest => (index % 3 === 0 ? commandTo(input) : readOf(input));
    await flood(input.hub.address, { connections: 16, requests: 1_000 }, mixed);
    const before = await measured(input, 'process_resident_memory_bytes');

    const probes = new Agent({ keepAlive: true, maxSockets: 1 });
    const health: FloodAnswer[] = [];
    let over = false;
    let most = before;
    const probing = (async () => {
      while (!over) {
        for (const path of ['/live', '/ready'])
          health.push(await sendThrough(probes, input.hub.address, { method: 'GET', path, headers: {} }));
        most = Math.max(most, await measured(input, 'process_resident_memory_bytes'));
      }
    })();
    const answers = await flood(input.hub.address, { connections: 200, requests: 12_000 }, mixed);
    over = true;
    await probing;
    probes.destroy();

    const served = answers.filter(({ status }) => status < 300);
    const turnedAway = answers.filter(({ status }) => status === 503);
    const said = [served, turnedAway].map(
      (some) => `${some.length} (p50 ${ms(some, 0.5)}, p99 ${ms(some, 0.99)}, slowest ${ms(some, 1)} ms)`,
    );
    process.stdout.write(`flood: served ${said[0]}, turned away ${said[1]}\n`);
    expect(answers.filter(({ status }) => ![200, 201, 503].includes(status))).toEqual([]);
    expect(percentile(answers, 1)).toBeLessThan(1_000);
    expect(turnedAway.length).toBeGreaterThan(0);
    for (const { headers, body } of turnedAway)
      expect({ ...headers, problem: JSON.parse(body) as unknown }).toMatchObject({
        'retry-after': '1',
        'content-type': expect.stringMatching(/^application\/problem\+json/) as string,
        problem: { type: '/problems/overloaded', status: 503, remedy: expect.stringContaining('Retry-After') as string },
      });
    expect(counted(health)).toEqual({ 200: health.length });

    expect(await measured(input, 'samspor_requests_in_flight')).toBe(0);
    expect((await input.send('POST', input.attempts, attempt)).status).toBe(201);
    process.stdout.write(`memory: ${(before / megabytes).toFixed(0)} MB before, at most ${(most / megabytes).toFixed(0)} MB\n`);
    expect(most).toBeLessThan(before + 80 * megabytes);
  });

  it('of clients that hang up leaves nothing counted as in flight', async () => {
    const agent = new Agent({ keepAlive: true });
    const sent = Array.from({ length: 200 }, () => sendThrough(agent, input.hub.address, commandTo(input)).catch(() => undefined));
    agent.destroy();
    await Promise.all(sent);
    while ((await measured(input, 'samspor_requests_in_flight')) !== 0);
    expect((await input.send('POST', input.attempts, attempt)).status).toBe(201);
  });
});

describe('one person who asks too much', () => {
  it('is told when to go on, while others at the same address are served', async () => {
    const input = await BadInput.start({ SAMSPOR_COMMANDS_PER_MINUTE: '5', SAMSPOR_READS_PER_MINUTE: '7', SAMSPOR_FEEDS_PER_PERSON: '1' });
    const agent = new Agent({ keepAlive: true });
    const asked = async (make: () => FloodRequest): Promise<FloodAnswer> => sendThrough(agent, input.hub.address, make());
    const commands: FloodAnswer[] = [];
    const reads: FloodAnswer[] = [];
    for (let time = 0; time < 10; time += 1) {
      commands.push(await asked(() => commandTo(input)));
      reads.push(await asked(() => readOf(input)));
    }
    // One of the five has registered the youth, and one of the seven has waited until it could be seen.
    expect(commands.map(({ status }) => status)).toEqual([201, 201, 201, 201, 429, 429, 429, 429, 429, 429]);
    expect(reads.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 429, 429, 429, 429]);
    expect(Number(commands.at(-1)?.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    expect(JSON.parse(commands.at(-1)?.body ?? '')).toMatchObject({ type: '/problems/too-many-requests', status: 429 });
    expect((await input.county.kom.get('/api/worklist')).status).toBe(200);
    agent.destroy();
    await input.hub.remove();
  });
});
