import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { openDatabase } from '@samspor/sqlite';
import { Hub } from './hub.js';
import { type FilledHub, fillHub } from './testing/filled-hub.js';

let filled: FilledHub;
let data: (name: string) => string;

beforeEach(async () => {
  filled = await fillHub();
  data = (name) => filled.beside(`data/${name}`);
});
afterEach(() => filled.remove());

const run = async (file: string, sql: string): Promise<void> => {
  const database = await openDatabase(data(file), { synchronous: 'FULL' });
  database.exec(sql);
  database.close();
};

const garbage = 'no database, and long enough to have a header of some kind '.repeat(100);
const otherKey = `samspor-wrapping-key v1\n${'A'.repeat(43)}\n`;

/** Each fault, what the refusal says, and how the fault goes away. */
const faults: readonly (readonly [string, string, () => unknown, RegExp])[] = [
  ['the key file is missing', 'wrapping.key', () => rmSync(data('wrapping.key')), /wrapping.key is missing.*Restore it/],
  [
    'the key file is of another hub',
    'wrapping.key',
    () => writeFileSync(data('wrapping.key'), otherKey),
    /not the key that this key store was made with/,
  ],
  ['the key file is damaged', 'wrapping.key', () => writeFileSync(data('wrapping.key'), 'x'), /not a wrapping key.*Restore it/],
  [
    'the key file can be read by others',
    'wrapping.key',
    () => chmodSync(data('wrapping.key'), 0o644),
    /can be read by others. Run: chmod 600/,
  ],
  ['the keys are lost', 'keys.db', () => rmSync(data('keys.db')), /holds no keys, but there are events.*Restore keys.db/],
  ['the keys are damaged', 'keys.db', () => writeFileSync(data('keys.db'), garbage), /keys.db cannot be used: .*restore the newest backup/],
  [
    'the keys are of a newer version',
    'keys.db',
    () => run('keys.db', 'PRAGMA user_version = 99'),
    /keys.db was written by a newer version/,
  ],
  [
    'the events are of a newer version',
    'events.sqlite',
    () => run('events.sqlite', 'PRAGMA user_version = 99'),
    /events.sqlite was written by a newer/,
  ],
  [
    'the events are damaged',
    'events.sqlite',
    () => writeFileSync(data('events.sqlite'), garbage),
    /cannot be used: .*restore the newest backup/,
  ],
  [
    'the read log is of a newer version',
    'reads.db',
    () => run('reads.db', 'PRAGMA user_version = 99'),
    /reads.db was written by a newer version/,
  ],
  [
    'the views are of a newer version',
    'views.db',
    () => run('views.db', 'PRAGMA user_version = 99'),
    /views.db was written by a newer version.*delete this file/,
  ],
];

describe('a data directory that is not as it should be', () => {
  it.each(faults)('is refused when %s, again and again, and taken when it is right again', async (_what, file, plant, says) => {
    const right = readFileSync(data(file));
    await plant();
    for (let start = 0; start < 2; start += 1) await expect(Hub.open(filled.settings)).rejects.toThrow(says);
    rmSync(data(file), { force: true });
    writeFileSync(data(file), right, { mode: 0o600 });
    const hub = await Hub.open(filled.settings);
    expect(await hub.events.head()).toBe(18n);
    await hub.close();
  });

  it('is let go of when it is refused, so that the next start can take it', async () => {
    renameSync(data('keys.db'), data('keys.lost'));
    await expect(Hub.open(filled.settings)).rejects.toThrow('holds no keys');
    rmSync(data('keys.db'));
    renameSync(data('keys.lost'), data('keys.db'));
    await (await Hub.open(filled.settings)).close();
  });

  it('is refused to a second hub while the first goes on', async () => {
    const first = await Hub.open(filled.settings);
    await expect(Hub.open(filled.settings)).rejects.toThrow(/another hub is using this data directory.*stop it/);
    expect(first.events.fault()).toBeUndefined();
    await first.close();
    await (await Hub.open(filled.settings)).close();
  });

  it.each([
    ['deleted', () => rmSync(data('views.db')), false],
    ['damaged', () => writeFileSync(data('views.db'), garbage), true],
  ] as const)('gets views folded anew when they are %s', async (_what, plant, isAside) => {
    plant();
    const hub = await Hub.open(filled.settings);
    await hub.projector.start();
    expect(await hub.seen(18n, 20_000)).toBe(true);
    expect([await hub.obstacle(), existsSync(data('views.db.damaged'))]).toEqual([undefined, isAside]);
    await hub.close();
  });
});
