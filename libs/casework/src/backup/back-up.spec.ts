import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '@samspor/sqlite';
import { list } from 'tar';
import { Hub } from '../hub.js';
import { type FilledHub, fillHub, noon } from '../testing/filled-hub.js';
import { pack, unpack } from './archive.js';
import { backUp } from './back-up.js';
import { digestOf, manifestName, partNames, textOf } from './manifest.js';
import { type RestoreRequest, type Restored, restore } from './restore.js';

let filled: FilledHub;
let backup: string;
let elsewhere: string;
let key: string;

beforeEach(async () => {
  filled = await fillHub();
  [backup, elsewhere, key] = [filled.beside('backup'), filled.beside('elsewhere'), filled.beside('data/wrapping.key')];
});
afterEach(() => filled.remove());

const take = () => backUp({ settings: filled.settings, to: backup, now: noon });
const restoring = (how: Partial<RestoreRequest> = {}): Promise<Restored> =>
  restore({ from: backup, directory: elsewhere, wrappingKey: key, replace: false, now: noon, ...how });

const flip = (file: string, at: number): void => {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
};

const onEvents = async (folder: string, sql: string): Promise<void> => {
  const database = await openDatabase(join(folder, 'events.sqlite'), { synchronous: 'FULL' });
  database.exec(sql);
  database.close();
};

const all = [manifestName, ...partNames];

/** Takes the backup apart, changes it, and packs it again. */
const repack = async (change: (folder: string) => Promise<void> | void, names: readonly string[] = all): Promise<void> => {
  const folder = filled.beside('apart');
  await unpack(backup, all, folder);
  await change(folder);
  await pack(folder, names, filled.beside('again'));
  await rename(filled.beside('again'), backup);
  rmSync(folder, { recursive: true });
};

/** Where a part lies in the backup. */
const placeOf = async (name: string): Promise<number> => {
  const places = new Map<string, number>();
  let at = 0;
  await list({
    file: backup,
    onReadEntry: ({ path, size }) => {
      places.set(path, at + 512);
      at += 512 + Math.ceil(size / 512) * 512;
    },
  });
  return places.get(name) ?? Number.NaN;
};

/** What lies in the directory: nothing of a failed attempt may stay. */
const names = (): readonly string[] => readdirSync(filled.beside('.')).toSorted();

describe('a backup', () => {
  it('holds what its manifest says, and no secret', async () => {
    const manifest = await take();
    expect(manifest.counts).toMatchObject({ events: 18, streams: 3, keys: 3, identities: 3 });
    const entries: string[] = [];
    await list({ file: backup, onReadEntry: ({ path }) => void entries.push(path) });
    expect(entries).toEqual(all);
    const secret = readFileSync(key, 'utf8').split('\n')[1] ?? '';
    expect(readFileSync(backup).includes(secret)).toBe(false);
    expect(statSync(backup).mode & 0o077).toBe(0);
    expect(names()).toEqual(['backup', 'data']);
  });

  it.each(['there already', 'in the data directory'])('is refused at a place that is %s', async (where) => {
    if (where === 'there already') writeFileSync(backup, '');
    const to = where === 'there already' ? backup : filled.beside('data/backup');
    await expect(backUp({ settings: filled.settings, to, now: noon })).rejects.toMatchObject({ name: 'BackupRefused' });
  });

  it('writes the wrapping key only where it is told to, never beside itself', async () => {
    mkdirSync(filled.beside('safe'));
    const at = (wrappingKeyTo: string) => backUp({ settings: filled.settings, to: backup, wrappingKeyTo, now: noon });
    await expect(at(filled.beside('key'))).rejects.toThrow(/lies beside the backup/);
    await at(filled.beside('safe/key'));
    expect(readFileSync(filled.beside('safe/key'), 'utf8')).toBe(readFileSync(key, 'utf8'));
    expect(statSync(filled.beside('safe/key')).mode & 0o077).toBe(0);
  });

  it('is taken also where the data directory takes no note of it', async () => {
    mkdirSync(filled.beside('data/last-backup.json/in-the-way'), { recursive: true });
    const before = readdirSync(filled.beside('data'));
    expect((await take()).counts.events).toBe(18);
    expect(names()).toEqual(['backup', 'data']);
    expect(readdirSync(filled.beside('data'))).toEqual(before);
  });

  it('leaves nothing when the log does not verify', async () => {
    await onEvents(filled.beside('data'), "DROP TRIGGER events_are_never_changed; UPDATE events SET type = 'Other' WHERE position = 7");
    await expect(take()).rejects.toThrow(/events.sqlite is not as it was written \(altered\).*position 7/);
    expect(names()).toEqual(['data']);
  });

  it('leaves nothing when a key of an event is missing', async () => {
    const database = await openDatabase(filled.beside('data/keys.db'), { synchronous: 'FULL' });
    database.exec('DELETE FROM data_keys WHERE rowid = 1');
    database.close();
    await expect(take()).rejects.toThrow(/1 keys that events were sealed with are not in .*keys.db/);
    expect(names()).toEqual(['data']);
  });
});

describe('a restore', () => {
  it('gives a hub that opens every sealed part', async () => {
    await take();
    expect(await restoring()).toMatchObject({ hasKey: true });
    expect(names()).toEqual(['backup', 'data', 'elsewhere']);
    const hub = await Hub.open({
      ...filled.settings,
      directory: elsewhere,
      eventsUrl: `sqlite:${elsewhere}`,
      viewsUrl: `sqlite:${elsewhere}`,
    });
    await hub.projector.start();
    expect(await hub.seen(18n, 20_000)).toBe(true);
    await hub.close();
  });

  it.each(all.flatMap((file) => [[file, 20] as const, [file, 300] as const]))(
    'is refused when %s is damaged at byte %i, and says where',
    async (file, at) => {
      await take();
      flip(backup, (await placeOf(file)) + at);
      await expect(restoring()).rejects.toThrow(new RegExp(`backup: ${file}.*(damaged|not the manifest)`));
      expect(names()).toEqual(['backup', 'data']);
    },
  );

  it.each(all)('is refused when what the archive says of %s is damaged', async (file) => {
    await take();
    flip(backup, (await placeOf(file)) - 512 + 130);
    await expect(restoring()).rejects.toThrow(/backup is damaged, or no backup of Samspor/);
    expect(names()).toEqual(['backup', 'data']);
  });

  it('is refused when it is cut off anywhere', async () => {
    await take();
    const whole = readFileSync(backup);
    for (const share of [0, 0.1, 0.5, 0.9]) {
      writeFileSync(backup, whole.subarray(0, Math.floor(whole.length * share)));
      await expect(restoring()).rejects.toMatchObject({ name: 'BackupRefused' });
      expect(names()).toEqual(['backup', 'data']);
    }
  });

  it.each(all)('is refused when %s is missing', async (file) => {
    await take();
    await repack(
      () => undefined,
      all.filter((name) => name !== file),
    );
    await expect(restoring()).rejects.toThrow(new RegExp(`backup: ${file} cannot be read`));
    expect(names()).toEqual(['backup', 'data']);
  });

  it('is refused when there is no such file', async () => {
    await expect(restoring()).rejects.toThrow(/backup cannot be read: there is no such file/);
  });

  it('is refused when events, manifest and digests were changed together, by the chain', async () => {
    const before = await take();
    await repack(async (folder) => {
      await onEvents(folder, "DROP TRIGGER events_are_never_changed; UPDATE events SET type = 'Other' WHERE position = 7");
      const digest = await digestOf(join(folder, 'events.sqlite'));
      const parts = before.parts.map((part) => (part.file === 'events.sqlite' ? { ...part, ...digest } : part));
      writeFileSync(join(folder, manifestName), textOf({ ...before, parts }));
    });
    await expect(restoring()).rejects.toThrow(/backup: events.sqlite.*altered.*position 7/);
  });

  it('is refused when it does not hold all of a head that was saved elsewhere', async () => {
    await take();
    await expect(restoring({ against: { events: 19, position: '19', digest: 'x' } })).rejects.toThrow(/cut-off/);
  });

  it('is refused with a wrapping key of another installation', async () => {
    await take();
    const other = filled.beside('other.key');
    writeFileSync(other, `samspor-wrapping-key v1\n${'A'.repeat(43)}\n`, { mode: 0o600 });
    await expect(restoring({ wrappingKey: other })).rejects.toThrow(/not the wrapping key of this backup/);
    expect(existsSync(elsewhere)).toBe(false);
  });

  it('touches no folder that holds something, unless it is told to, and then puts that beside', async () => {
    await take();
    mkdirSync(elsewhere);
    copyFileSync(key, join(elsewhere, 'wrapping.key'));
    await expect(restoring()).rejects.toThrow(/is not empty.*--replace/);
    const { replaced } = await restore({ from: backup, directory: elsewhere, replace: true, now: noon });
    expect([readdirSync(replaced ?? '').includes('wrapping.key'), existsSync(join(elsewhere, 'events.sqlite'))]).toEqual([true, true]);
  });

  it('leaves the folder that it is to replace where it is when the backup is damaged', async () => {
    await take();
    flip(backup, (await placeOf('keys.db')) + 300);
    await expect(restoring({ directory: filled.settings.directory, replace: true })).rejects.toThrow(/keys.db.*damaged/);
    expect(names()).toEqual(['backup', 'data']);
    const hub = await Hub.open(filled.settings);
    expect(await hub.events.head()).toBe(18n);
    await hub.close();
  });

  it('is refused while a hub uses the folder', async () => {
    await take();
    const hub = await Hub.open(filled.settings);
    await expect(restoring({ directory: filled.settings.directory, replace: true })).rejects.toThrow(/A hub is using/);
    await hub.close();
    expect(names()).toEqual(['backup', 'data']);
  });
});
