import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '@samspor/sqlite';
import { Hub } from '../hub.js';
import { type FilledHub, fillHub, noon } from '../testing/filled-hub.js';
import { backUp } from './back-up.js';
import { manifestName, partNames } from './manifest.js';
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

/** What lies in the directory: nothing of a failed attempt may stay. */
const names = (): readonly string[] => readdirSync(filled.beside('.')).toSorted();

describe('a backup', () => {
  it('holds what its manifest says, and no secret', async () => {
    const manifest = await take();
    expect(manifest.counts).toMatchObject({ events: 18, streams: 3, keys: 3, identities: 3 });
    expect(readdirSync(backup).toSorted()).toEqual([...partNames, manifestName].toSorted());
    const secret = readFileSync(key, 'utf8').split('\n')[1] ?? '';
    for (const file of readdirSync(backup)) expect(readFileSync(join(backup, file)).includes(secret)).toBe(false);
    expect(statSync(backup).mode & 0o077).toBe(0);
  });

  it.each(['there already', 'in the data directory'])('is refused at a place that is %s', async (where) => {
    if (where === 'there already') mkdirSync(backup);
    const to = where === 'there already' ? backup : filled.beside('data/backup');
    await expect(backUp({ settings: filled.settings, to, now: noon })).rejects.toMatchObject({ name: 'BackupRefused' });
  });

  it('writes the wrapping key only where it is told to, never beside itself', async () => {
    mkdirSync(filled.beside('safe'));
    const at = (wrappingKeyTo: string) => backUp({ settings: filled.settings, to: backup, wrappingKeyTo, now: noon });
    await expect(at(filled.beside('key'))).rejects.toThrow(/lies beside the backup/);
    await expect(at(join(backup, 'key'))).rejects.toThrow(/lies beside the backup/);
    await at(filled.beside('safe/key'));
    expect(readFileSync(filled.beside('safe/key'), 'utf8')).toBe(readFileSync(key, 'utf8'));
    expect(statSync(filled.beside('safe/key')).mode & 0o077).toBe(0);
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

  const damages: readonly (readonly [string, number])[] = [...partNames, manifestName].flatMap((file) => [
    [file, 20] as const,
    [file, 300] as const,
  ]);
  it.each(damages)('is refused when %s is damaged at byte %i, and says where', async (file, at) => {
    await take();
    flip(join(backup, file), at);
    await expect(restoring()).rejects.toThrow(new RegExp(`${file}.*(damaged|not the manifest)`));
    expect(names()).toEqual(['backup', 'data']);
  });

  it.each([...partNames, manifestName])('is refused when %s is missing', async (file) => {
    await take();
    rmSync(join(backup, file));
    await expect(restoring()).rejects.toThrow(new RegExp(`${file} cannot be read`));
    expect(names()).toEqual(['backup', 'data']);
  });

  it('is refused when events, manifest and digests were changed together, by the chain', async () => {
    const before = await take();
    await onEvents(backup, "DROP TRIGGER events_are_never_changed; UPDATE events SET type = 'Other' WHERE position = 7");
    const { digestOf, textOf } = await import('./manifest.js');
    const digest = await digestOf(join(backup, 'events.sqlite'));
    const parts = before.parts.map((part) => (part.file === 'events.sqlite' ? { ...part, ...digest } : part));
    writeFileSync(join(backup, manifestName), textOf({ ...before, parts }));
    await expect(restoring()).rejects.toThrow(/altered.*position 7/);
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

  it('is refused while a hub uses the folder', async () => {
    await take();
    const hub = await Hub.open(filled.settings);
    await expect(restoring({ directory: filled.settings.directory, replace: true })).rejects.toThrow(/A hub is using/);
    await hub.close();
    expect(names()).toEqual(['backup', 'data']);
  });
});
