import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadEngine } from '@samspor/sqlite';
import { forgetfulEngine } from '@samspor/sqlite/testing';
import { WrongExpectedRevision } from '../event-store.js';
import {
  aStream,
  collect,
  eventStoreContract,
  holds,
  idsOf,
  onAStore,
  openInNewDirectory,
  someEvents,
  uniqueIdsContract,
} from '../testing/index.js';
import { SqliteEventStore } from './sqlite.event-store.js';

eventStoreContract('in SQLite', () => openInNewDirectory());

describe('the event store in SQLite', () => {
  uniqueIdsContract(() => openInNewDirectory());
  const on = onAStore(() => openInNewDirectory());

  it(
    'is empty at first, and gives positions without gaps, whatever is refused',
    on(async ({ store }) => {
      expect(await store.head()).toBeUndefined();
      expect(await store.readAll(undefined, 10)).toEqual([]);
      const stream = aStream();
      await Promise.allSettled([
        store.append(stream, 'no-stream', someEvents(2)),
        store.append(stream, 'no-stream', someEvents(2)),
        store.append(stream, 1, someEvents(1)),
      ]);
      expect((await store.readAll(undefined, 10)).map(({ position }) => position)).toEqual([1n, 2n, 3n]);
    }),
  );

  it.each(["UPDATE events SET data = '{}'", 'DELETE FROM events', "UPDATE events SET data = '{}' WHERE position = 1"])(
    'lets nobody run %s',
    (sql) =>
      on(async ({ store, tamper }) => {
        await store.append(aStream(), 'no-stream', someEvents(2));
        await expect(tamper(sql)).rejects.toThrow(/events are never (changed|deleted)/);
        expect(await store.readAll(undefined, 10)).toHaveLength(2);
      })(),
  );

  it(
    'refuses a second writer in the directory, and lets it in when the first has closed',
    on(async ({ store, directory }) => {
      await expect(SqliteEventStore.open({ directory })).rejects.toThrow(/another hub is using this data directory .*; stop it, or/);
      await expect(SqliteEventStore.open({ file: join(directory, 'other.sqlite') })).rejects.toThrow(/another hub/);
      await store.close();
      const second = await SqliteEventStore.open({ directory });
      await second.append(aStream(), 'no-stream', someEvents(1));
      await second.close();
    }),
  );

  it(
    'lets a writer in when the one before it was killed',
    on(async ({ store, directory }) => {
      await store.close();
      const sqlite = createRequire(import.meta.url).resolve('@photostructure/sqlite');
      const script = `const { DatabaseSync } = process.getBuiltinModule('node:sqlite') ?? require(${JSON.stringify(sqlite)});
        const lock = new DatabaseSync(${JSON.stringify(join(directory, 'writer.lock'))}); lock.exec('BEGIN EXCLUSIVE');
        console.log('locked'); setInterval(() => lock, 1000);`;
      const other = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
      await once(other.stdout, 'data');
      await expect(SqliteEventStore.open({ directory })).rejects.toThrow(/another hub/);
      other.kill('SIGKILL');
      await once(other, 'exit');
      const next = await SqliteEventStore.open({ directory });
      await next.close();
    }),
  );

  it(
    'refuses a file that a newer program has written',
    on(async ({ store, directory, tamper }) => {
      await store.close();
      await tamper('PRAGMA user_version = 2');
      await expect(SqliteEventStore.open({ directory })).rejects.toThrow(/written by a newer version of Samspor .*; install that version/);
      await expect(SqliteEventStore.open({ directory, readOnly: true })).rejects.toThrow(/newer version/);
      await tamper('PRAGMA user_version = 1');
      const again = await SqliteEventStore.open({ directory });
      await again.close();
    }),
  );

  it(
    'refuses a SQLite that would lose acknowledged events at a power cut',
    on(async ({ store, directory }) => {
      await store.close();
      const engine = forgetfulEngine(await loadEngine());
      await expect(SqliteEventStore.open({ directory, engine })).rejects.toThrow(/does not keep synchronous=FULL/);
      const again = await SqliteEventStore.open({ directory });
      await again.close();
    }),
  );

  it(
    'makes the directory that it is given, for its owner only',
    on(async ({ directory }) => {
      const made = join(directory, 'new', 'data');
      const store = await SqliteEventStore.open({ directory: made });
      expect(readdirSync(made)).toEqual(expect.arrayContaining(['events.sqlite', 'writer.lock']));
      expect(statSync(made).mode & 0o777).toBe(0o700);
      await store.close();
    }),
  );

  it(
    'can be read beside the writer, and then takes no writes',
    on(async ({ store, directory }) => {
      const reader = await SqliteEventStore.open({ directory, readOnly: true });
      const events = someEvents(3);
      const collecting = collect(reader, undefined, holds(events));
      const stream = aStream();
      await store.append(stream, 'no-stream', events);
      expect(idsOf(await collecting)).toEqual(idsOf(events));
      expect(idsOf(await reader.read(stream))).toEqual(idsOf(events));
      expect(reader.fault()).toMatch(/reading only/);
      await expect(reader.append(stream, 2, someEvents(1))).rejects.toMatchObject({ name: 'StoreUnavailable' });
      await reader.close();
    }),
  );

  it(
    'cannot be read before there is one',
    on(async ({ directory }) => {
      const opening = SqliteEventStore.open({ file: join(directory, 'missing.sqlite'), readOnly: true });
      await expect(opening).rejects.toMatchObject({ kind: 'cannot-open', message: expect.stringContaining('missing.sqlite') });
    }),
  );

  it(
    'stores what waits when it is closed, and takes nothing more',
    on(async ({ store, reopen }) => {
      const stream = aStream();
      const waiting = [store.append(stream, 'no-stream', someEvents(1)), store.append(stream, 'no-stream', someEvents(1))];
      const outcomes = Promise.allSettled(waiting);
      await store.close();
      expect((await outcomes).map((outcome) => outcome.status === 'fulfilled' || outcome.reason)).toEqual([
        true,
        expect.any(WrongExpectedRevision),
      ]);
      await expect(store.append(stream, 0, someEvents(1))).rejects.toMatchObject({ name: 'StoreUnavailable' });
      await expect(store.read(stream)).rejects.toMatchObject({ name: 'StoreUnavailable' });
      expect(store.fault()).toBe('the event store was closed');
      expect(await (await reopen()).read(stream)).toHaveLength(1);
    }),
  );
});
