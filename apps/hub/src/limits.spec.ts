import { limitsFrom, usualLimits } from './limits.js';
import { ActorLimits, TooManyRequests } from './limits.per-actor.js';

const limited = (now: () => number) => new ActorLimits({ ...usualLimits, commandsPerMinute: 60, readsPerMinute: 120, feeds: 2 }, now);

const refusalOf = (act: () => void): TooManyRequests | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof TooManyRequests) return error;
    throw error;
  }
};

describe('limits per person', () => {
  it('let a minute’s commands through at once, refuse the next, and say when to go on', () => {
    const limits = limited(() => 0);
    for (let time = 0; time < 60; time += 1) limits.admit('kari', 'POST');
    expect(refusalOf(() => limits.admit('kari', 'POST'))?.retryAfterSeconds).toBe(1);
    expect(() => limits.admit('ole', 'POST')).not.toThrow();
    expect(() => limits.admit('kari', 'GET')).not.toThrow();
  });

  it('fill up with time, and never beyond a minute’s worth', () => {
    let now = 0;
    const limits = limited(() => now);
    for (let time = 0; time < 60; time += 1) limits.admit('kari', 'POST');
    now = 1_000;
    limits.admit('kari', 'POST');
    expect(() => limits.admit('kari', 'POST')).toThrow(TooManyRequests);
    now = 3_600_000;
    for (let time = 0; time < 60; time += 1) limits.admit('kari', 'POST');
    expect(() => limits.admit('kari', 'POST')).toThrow(TooManyRequests);
  });

  it('count open feeds until they are closed', () => {
    const limits = limited(() => 0);
    const close = limits.openFeed('kari');
    limits.openFeed('kari');
    expect(() => limits.admitFeed('kari')).toThrow(TooManyRequests);
    close();
    expect(() => limits.admitFeed('kari')).not.toThrow();
  });
});

describe('limits of a hub', () => {
  it('are the usual ones unless set', () => {
    expect(limitsFrom({})).toEqual(usualLimits);
    expect(limitsFrom({ SAMSPOR_MAX_IN_FLIGHT: '7' })).toEqual({ ...usualLimits, inFlight: 7 });
  });

  it('per person are lifted for measuring', () =>
    expect(limitsFrom({ SAMSPOR_ACTOR_LIMITS: 'off' })).toMatchObject({
      commandsPerMinute: Infinity,
      readsPerMinute: Infinity,
      inFlight: 200,
    }));

  it('refuse what is no number, by name', () =>
    expect(() => limitsFrom({ SAMSPOR_MAX_IN_FLIGHT: 'many' })).toThrow('SAMSPOR_MAX_IN_FLIGHT takes a whole number'));
});
