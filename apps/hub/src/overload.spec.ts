import { type FastifyInstance, fastify } from 'fastify';
import { AdaptiveLimit } from './overload.limit.js';
import { Overload } from './overload.js';

/** Keeps the event loop from everything else for a while, as work that is too long does. */
const block = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

const watched = async (
  inFlight: number,
  turnMs = 300,
): Promise<{ readonly hub: FastifyInstance; readonly free: () => void; readonly shed: string[] }> => {
  const hub = fastify();
  const shed: string[] = [];
  const held: (() => void)[] = [];
  new Overload({ inFlight, turnMs, loopDelayMs: 50 }, { turnedAway: (why) => void shed.push(why), watchInFlight: () => undefined }).watch(
    hub,
  );
  hub.get('/held', () => new Promise((resolve) => held.push(() => resolve('done'))));
  hub.get('/quick', () => 'done');
  hub.get('/ready', () => 'ok');
  await hub.ready();
  return { hub, free: () => held.forEach((end) => end()), shed };
};

/** Injected requests start only when somebody waits for them. */
const started = (hub: FastifyInstance, path: string) => hub.inject(path).then((answer) => answer);

describe('a hub that works on as much as it can', () => {
  it('gives the next turn to who waits', async () => {
    const { hub, free, shed } = await watched(1);
    const first = started(hub, '/held');
    const second = started(hub, '/quick');
    setImmediate(free);
    expect([(await first).statusCode, (await second).statusCode]).toEqual([200, 200]);
    expect(shed).toEqual([]);
  });

  it('tells to come again who has waited a moment, but says whether it is ready', async () => {
    const { hub, free, shed } = await watched(1);
    const first = started(hub, '/held');
    const second = await hub.inject('/quick');
    expect(second.statusCode).toBe(503);
    expect(second.headers).toMatchObject({
      'retry-after': '1',
      'content-type': expect.stringMatching(/^application\/problem\+json/) as string,
    });
    expect(second.json()).toMatchObject({ type: '/problems/overloaded', status: 503 });
    expect((await hub.inject('/ready')).statusCode).toBe(200);
    expect(shed).toEqual(['busy']);
    free();
    expect((await first).statusCode).toBe(200);
    expect((await hub.inject('/quick')).statusCode).toBe(200);
  });

  it('lets a thousand wait, and tells who comes after them to come again at once', async () => {
    const { hub, free, shed } = await watched(1, 4_000);
    const first = started(hub, '/held');
    const waiting = Array.from({ length: 1_000 }, () => started(hub, '/quick'));
    expect((await hub.inject('/quick')).statusCode).toBe(503);
    expect(shed).toEqual(['busy']);
    free();
    const answers = await Promise.all([first, ...waiting]);
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1_001);
  });
});

describe('a hub that is behind with its work', () => {
  it('turns requests away until it has caught up', async () => {
    const { hub, shed } = await watched(10);
    let status = 200;
    while (status === 200) {
      block(400);
      status = (await hub.inject('/quick')).statusCode;
      await new Promise(setImmediate);
    }
    expect(shed).toEqual(['slow']);
    while (status === 503) {
      await new Promise(setImmediate);
      status = (await hub.inject('/quick')).statusCode;
    }
    expect(status).toBe(200);
  });
});

describe('how much a hub works on at once', () => {
  const after = (limit: AdaptiveLimit, answers: number, ms: number): number => {
    for (let answer = 0; answer < answers; answer += 1) limit.answered(ms);
    let working = 0;
    while (limit.allows(working)) working += 1;
    return working;
  };

  it('becomes less while answers are slow, never less than keeps it busy, and more again', () => {
    const limit = new AdaptiveLimit(200);
    expect(after(limit, 1, 10)).toBe(200);
    expect(after(limit, 20, 1_000)).toBeLessThan(100);
    expect(after(limit, 200, 1_000)).toBe(16);
    expect(after(limit, 10_000, 10)).toBe(200);
  });

  it('stays with the most that is allowed, however little', () => expect(after(new AdaptiveLimit(2), 100, 1_000)).toBe(2));
});
