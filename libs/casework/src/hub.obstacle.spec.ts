import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { trekantView } from '@samspor/projections';
import { openDatabase } from '@samspor/sqlite';
import { Hub } from './hub.js';
import { type FilledHub, fillHub, noon } from './testing/filled-hub.js';

let filled: FilledHub;
let hub: Hub | undefined;

beforeEach(async () => {
  filled = await fillHub();
});
afterEach(async () => {
  await hub?.close();
  hub = undefined;
  filled.remove();
});

const data = (name: string): string => filled.beside(`data/${name}`);

const run = async (file: string, sql: string): Promise<void> => {
  const database = await openDatabase(data(file), { synchronous: 'NORMAL' });
  database.exec(sql);
  database.close();
};

const opened = async (): Promise<Hub> => (hub = await Hub.open(filled.settings, () => noon));

const started = async (): Promise<Hub> => {
  const running = await opened();
  await running.projector.start();
  return running;
};

/** Events of streams that no view knows. */
const append = (count: number): Promise<void> =>
  run(
    'events.sqlite',
    `WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count})
     INSERT INTO events(stream, revision, id, type, data, metadata, hash)
     SELECT hex(randomblob(16)), 0, randomblob(16), 'Unheard', '{}', '{}', zeroblob(32) FROM numbers`,
  );

/** Writes over the beginning of every page but the first. */
const damage = (file: string): void => {
  const descriptor = openSync(file, 'r+');
  for (let at = 4096; at < statSync(file).size; at += 4096) writeSync(descriptor, Buffer.alloc(50, 0xee), 0, 50, at);
  closeSync(descriptor);
};

describe('a hub says that it is not ready', () => {
  it('when a newer version of it has built a view', async () => {
    await run('views.db', `UPDATE generations SET version = version + 1 WHERE view = 'trekant'`);
    expect(await (await started()).obstacle()).toMatch(/view trekant was built by a newer version of the hub; run that version/);
  });

  it('when the new version of a view has stopped at an event that it cannot fold', async () => {
    await run('events.sqlite', `DROP TRIGGER events_are_never_changed; UPDATE events SET type = 'Unheard' WHERE position = 18`);
    await run('views.db', `UPDATE generations SET version = version - 1 WHERE view = 'trekant'`);
    const { projector } = await started();
    while ((await projector.state()).some(({ mode }) => mode === 'building')) await setImmediate();
    expect(await hub?.obstacle()).toMatch(/The new version of the view trekant stopped: .*position 18.*Correct the view/);
  });

  it('when a view is more than 10,000 events behind, and not before', async () => {
    await run('views.db', `CREATE TRIGGER planted BEFORE UPDATE ON generations BEGIN SELECT RAISE(ABORT, 'planted'); END`);
    await append(10_000);
    const behind = await started();
    expect(await behind.obstacle()).toBeUndefined();
    await append(1);
    expect(await behind.obstacle()).toMatch(/is 10001 events behind; wait/);
  });

  it('when it has met damage in its views', async () => {
    const running = await opened();
    expect(await running.obstacle()).toBeUndefined();
    damage(data('views.db'));
    await expect(running.views.range(trekantView, { from: '', to: '~', limit: 10 })).rejects.toThrow(/cannot be read or written now/);
    expect(await running.obstacle()).toMatch(/views.db are damaged. Restart the hub/);
  });
});
