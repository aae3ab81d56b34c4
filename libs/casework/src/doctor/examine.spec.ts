import { chmodSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { openDatabase } from '@samspor/sqlite';
import { backUp } from '../backup/back-up.js';
import { Hub } from '../hub.js';
import { type FilledHub, fillHub, noon } from '../testing/filled-hub.js';
import { examine } from './examine.js';

let filled: FilledHub;
let data: (name: string) => string;

beforeEach(async () => {
  filled = await fillHub();
  data = (name) => filled.beside(`data/${name}`);
});
afterEach(() => filled.remove());

const later = (minutes: number): Date => new Date(noon.getTime() + minutes * 60_000);
const lines = async (now = later(1)) =>
  (await examine(filled.settings, now)).map(({ severity, about, says }) => `${severity} ${about}: ${says}`);
const notOk = async (now?: Date) => (await lines(now)).filter((line) => !line.startsWith('ok'));

const run = async (file: string, sql: string): Promise<void> => {
  const database = await openDatabase(data(file), { synchronous: 'FULL' });
  database.exec(sql);
  database.close();
};

describe('the doctor', () => {
  it('finds nothing wrong but the missing backup, and nothing at all once there is one', async () => {
    expect(await notOk()).toEqual(['warn backup: none has been taken']);
    await backUp({ settings: filled.settings, to: filled.beside('backup'), now: noon });
    expect(await notOk()).toEqual([]);
    expect((await lines()).map((line) => line.split(/[ :]/)[1])).toEqual(
      expect.arrayContaining(['disk', 'durability', 'writer', 'clock', 'chain', 'keys']),
    );
  });

  it('changes nothing, and runs beside a running hub', async () => {
    const hub = await Hub.open(filled.settings, () => noon);
    const before = readdirSync(data('.')).toSorted();
    expect(await lines()).toContain('ok writer: one hub is running on this directory');
    expect(readdirSync(data('.')).toSorted()).toEqual(before);
    await hub.close();
  });

  it('sees a clock that is behind the newest event, and one that went back', async () => {
    expect(await notOk(later(-60))).toContain('bad clock: it is 60 min behind the newest event');
    filled.remove();
    let minutes = 0;
    filled = await fillHub(() => later((minutes -= 1)));
    expect((await notOk()).join('\n')).toMatch(/warn clock: it went back \d+ times/);
  });

  const faults: readonly (readonly [string, () => unknown, RegExp])[] = [
    ['a key file that others can read', () => chmodSync(data('wrapping.key'), 0o644), /bad key file: .*chmod 600/],
    ['a key file that is gone', () => rmSync(data('wrapping.key')), /bad key file: .*missing/],
    [
      'a key file of another installation',
      () => writeFileSync(data('wrapping.key'), `samspor-wrapping-key v1\n${'A'.repeat(43)}\n`),
      /bad key file: .*not the key/,
    ],
    ['keys that are gone', () => rmSync(data('keys.db')), /bad keys: .*keys.db is missing/],
    [
      'keys that are older than the events',
      () => run('keys.db', 'DELETE FROM data_keys'),
      /bad keys: 3 of the 3 keys of the newest events are gone/,
    ],
    ['keys of a newer version', () => run('keys.db', 'PRAGMA user_version = 99'), /bad keys: .*newer version/],
    ['events of a newer version', () => run('events.sqlite', 'PRAGMA user_version = 99'), /bad events: .*newer version/],
    [
      'an event that was changed',
      () => run('events.sqlite', "DROP TRIGGER events_are_never_changed; UPDATE events SET data = '{}' WHERE position = 18"),
      /bad chain: the event at position 18/,
    ],
    ['views that are damaged', () => writeFileSync(data('views.db'), 'no database '.repeat(500)), /bad views: /],
    ['events that are gone', () => renameSync(data('events.sqlite'), filled.beside('lost')), /bad events: .*unable to open/],
  ];
  it.each(faults)('tells of %s', async (_what, plant, says) => {
    await plant();
    expect((await notOk()).join('\n')).toMatch(says);
  });

  it('names the stream that a view has set aside, and how to fold it', async () => {
    await run(
      'views.db',
      `INSERT INTO parked SELECT id, 'youth-1', '3', 'FOLD_FAILED', '2026-11-20T11:00:00Z' FROM generations WHERE view = 'trekant'`,
    );
    const finding = (await examine(filled.settings, later(1))).find(({ about }) => about === 'parked');
    expect(finding).toMatchObject({ severity: 'warn', says: expect.stringContaining('trekant has set aside youth-1 from position 3') });
    expect(finding?.remedy).toContain('samspor replay trekant youth-1');
  });

  it('repeats nothing personal', async () => {
    expect((await lines()).join('\n')).not.toMatch(/Demo-Navn|\d{11}/);
  });
});
