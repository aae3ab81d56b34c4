import { getEventListeners } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { Bell } from './bell.js';

const HOUR = 3_600_000;

const timersThatHoldTheProcess = (): number => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;

describe('a bell', () => {
  it('wakes all who wait when it rings', async () => {
    const bell = new Bell();
    const { signal } = new AbortController();
    const waiting = [bell.heard(signal, HOUR), bell.heard(signal, HOUR)];
    bell.ring();
    await expect(Promise.all(waiting)).resolves.toHaveLength(2);
  });

  it('wakes at the signal, and leaves nothing behind on it', async () => {
    const stop = new AbortController();
    const waiting = new Bell().heard(stop.signal, HOUR);
    stop.abort();
    await waiting;
    await new Bell().heard(stop.signal, HOUR);
    expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
  });

  it('wakes when the time is up, and takes its listener away', async () => {
    const { signal } = new AbortController();
    const keepAlive = setInterval(() => undefined, HOUR);
    await new Bell().heard(signal, 1);
    clearInterval(keepAlive);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('keeps no process alive while somebody waits', async () => {
    const before = timersThatHoldTheProcess();
    const stop = new AbortController();
    const waiting = new Bell().heard(stop.signal, HOUR);
    expect(timersThatHoldTheProcess()).toBe(before);
    stop.abort();
    await waiting;
  });
});
