import type { ReadLog, Reading } from '../read-log.js';

const reading = (youthId: string, actorId: string, number: number): Reading => ({
  at: new Date(Date.UTC(2026, 2, 10, 0, 0, number)).toISOString(),
  actorId,
  agency: 'NAV',
  unit: 'nav-5006',
  youthId,
  what: 'timeline',
  policy: 'own-case',
});

/** What every read log promises. */
export const readLogContract = (
  name: string,
  open: () => Promise<{ log: ReadLog; reopen(): Promise<ReadLog>; remove(): Promise<void> }>,
): void => {
  describe(`read log: ${name}`, () => {
    it('gives the readings of one youth and of one actor, newest first', async () => {
      const { log, remove } = await open();
      await log.record(reading('y1', 'a', 1));
      await log.record(reading('y2', 'a', 2));
      await log.record(reading('y1', 'b', 3));
      expect((await log.ofYouth('y1')).readings).toEqual([reading('y1', 'b', 3), reading('y1', 'a', 1)]);
      expect((await log.ofActor('a')).readings).toEqual([reading('y2', 'a', 2), reading('y1', 'a', 1)]);
      await remove();
    });

    it('pages through many without loss or repeat, recorded at the same time', async () => {
      const { log, remove } = await open();
      await Promise.all(Array.from({ length: 250 }, (_, number) => log.record(reading('y', 'a', number))));
      const seen: Reading[] = [];
      let before: number | undefined;
      do {
        const page = await log.ofYouth('y', before);
        seen.push(...page.readings);
        before = page.next;
      } while (before !== undefined);
      expect(seen.map(({ at }) => at)).toEqual(Array.from({ length: 250 }, (_, number) => reading('y', 'a', 249 - number).at));
      await remove();
    });

    it('keeps what it has answered for when it is opened again', async () => {
      const { log, reopen, remove } = await open();
      await log.record(reading('y', 'a', 1));
      expect((await (await reopen()).ofYouth('y')).readings).toHaveLength(1);
      await remove();
    });
  });
};
