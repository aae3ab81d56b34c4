import { rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type TemporaryDirectory, temporaryDirectory } from '@samspor/sqlite/testing';
import { enrolledYouth, foundCounty } from '../acceptance/county.js';
import { HubUnderFault } from './faults.hub.js';

const attempt = { channel: 'phone', outcome: 'no-answer' };

describe('a projector', () => {
  let directory: TemporaryDirectory;
  let hub: HubUnderFault;

  beforeEach(() => (directory = temporaryDirectory()));
  afterEach(async () => {
    await hub.kill();
    directory.remove();
  });

  it.each(['dies', 'spins'] as const)(
    'that %s is seen by /ready within five seconds while commands are still taken; a new start makes it good',
    async (fault) => {
      const [data, planted] = [directory.file('data'), directory.file('planted')];
      const launcher = ['env', `PROJECTOR_FAULT=${planted}`, `NODE_OPTIONS=--import=${resolve('test/failure/faults.projector.mjs')}`];
      hub = await HubUnderFault.start(data, launcher);
      const county = await foundCounty(hub);
      const youthId = await enrolledYouth(county);
      await hub.untilReady();

      writeFileSync(planted, fault);
      const { answer, ms } = await hub.untilNotReady();
      expect(ms).toBeLessThan(5_000);
      expect(answer.body.detail).toMatch(/has shown no life for \d+ s/);
      const { position } = await county.ot.tell(youthId, 'record-contact-attempt', attempt);
      const path = `/api/youths/${youthId}/trekant?after=${position}`;
      expect((await county.ot.get(path)).status).toBe(503);

      rmSync(planted);
      if (fault === 'dies') expect((await hub.stop()).code).toBe(0);
      else await hub.kill();
      hub = await HubUnderFault.start(data);
      await hub.untilReady();
      expect((await (await hub.as('ot-kari')).get(path)).status).toBe(200);
    },
  );
});
