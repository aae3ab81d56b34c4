import { concurrently } from './concurrently.js';

describe('working on many things at once', () => {
  it('does each once, and no more than the limit at the same time', async () => {
    let now = 0;
    let most = 0;
    const done: number[] = [];
    await concurrently([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      most = Math.max(most, (now += 1));
      await Promise.resolve();
      done.push(item);
      now -= 1;
    });
    expect([done.toSorted((a, b) => a - b), most]).toEqual([[1, 2, 3, 4, 5, 6, 7], 3]);
  });

  it('throws the first failure, and begins nothing after it', async () => {
    const begun: number[] = [];
    const work = concurrently([1, 2, 3, 4], 1, async (item) => {
      begun.push(item);
      if (item === 2) throw new Error('two');
    });
    await expect(work).rejects.toThrow('two');
    expect(begun).toEqual([1, 2]);
  });
});
