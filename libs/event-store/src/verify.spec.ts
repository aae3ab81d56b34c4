import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openDatabase, type Database } from '@samspor/sqlite';
import { InMemoryEventStore } from './adapters/in-memory.event-store.js';
import type { EventStore, StoredEvent } from './event-store.js';
import { recordHash } from './hash-chain.js';
import { anEvent, chained, openInNewDirectory, type OpenedSqlite } from './testing/index.js';
import { verify, type SavedHead } from './verify.js';

const streams = ['youth-a', 'youth-b', 'youth-c'] as const;

/** Five events in each stream, turn by turn: the position p is revision (p - 1) / 3 of stream a, b or c. */
const fill = async (store: EventStore, data = '{"on":"2026-03-10","sted":"Bodø"}'): Promise<void> => {
  const ends = new Map<string, { revision: number; hash: Uint8Array }>();
  for (let count = 0; count < 15; count += 1) {
    const stream = streams[count % 3] ?? '';
    const end = ends.get(stream);
    const [event = anEvent()] = chained(stream, [{ data, sealed: new Uint8Array([count, 7, 8, 9]) }], end);
    const { revision } = await store.append(stream, end?.revision ?? 'no-stream', [event]);
    ends.set(stream, { revision, hash: event.hash });
  }
};

const savedHeadOf = async (store: EventStore): Promise<SavedHead> => {
  const verification = await verify(store);
  if (!verification.ok) throw new Error(verification.problem.says);
  return JSON.parse(JSON.stringify(verification.head)) as SavedHead;
};

const withoutTriggers =
  'DROP TRIGGER events_are_never_changed; DROP TRIGGER events_are_never_deleted; PRAGMA ignore_check_constraints = ON;';
const moveUp = (from: number, column = 'position', where = 'TRUE') => `
  UPDATE events SET ${column} = -1 - ${column} WHERE ${column} >= ${from} AND ${where};
  UPDATE events SET ${column} = -${column} WHERE ${column} < 0;`;
const moveDown = (from: number, column = 'position', where = 'TRUE') => `
  UPDATE events SET ${column} = 1 - ${column} - 100 WHERE ${column} >= ${from} AND ${where};
  UPDATE events SET ${column} = -${column} - 100 WHERE ${column} < 0;`;
const swap = (column: string, one: number, other: number, away = '-77') => `
  CREATE TEMP TABLE was AS SELECT position AS p, ${column} AS v FROM events WHERE position IN (${one}, ${other});
  UPDATE events SET ${column} = ${away} WHERE position = ${one};
  UPDATE events SET ${column} = (SELECT v FROM was WHERE p = ${one}) WHERE position = ${other};
  UPDATE events SET ${column} = (SELECT v FROM was WHERE p = ${other}) WHERE position = ${column === 'position' ? away : one};
  DROP TABLE was;`;
const swapContents = (one: number, other: number): string =>
  swap('id', one, other, 'zeroblob(16)') +
  ['type', 'data', 'metadata', 'sealed', 'hash'].map((column) => swap(column, one, other, column)).join('');
const forge = (position: number, stream: string, revision: number): string =>
  `INSERT INTO events VALUES (${position}, '${stream}', ${revision}, x'${'ab'.repeat(16)}', 'Forged', '{}', '{}', NULL, x'${'cd'.repeat(32)}');`;

const attacks: readonly (readonly [string, string, object])[] = [
  ['changed data', "UPDATE events SET data = '{}' WHERE position = 5", { kind: 'altered', position: 5n, stream: 'youth-b', revision: 1 }],
  ['changed metadata', "UPDATE events SET metadata = '{}' WHERE position = 1", { kind: 'altered', position: 1n }],
  ['a changed type', "UPDATE events SET type = 'Other' WHERE position = 15", { kind: 'altered', position: 15n }],
  ['a changed id', 'UPDATE events SET id = zeroblob(16) WHERE position = 8', { kind: 'altered', position: 8n }],
  ['a sealed part taken away', 'UPDATE events SET sealed = NULL WHERE position = 8', { kind: 'altered', position: 8n }],
  ['a changed hash', 'UPDATE events SET hash = zeroblob(32) WHERE position = 6', { kind: 'altered', position: 6n }],
  ['a changed revision', 'UPDATE events SET revision = 9 WHERE position = 4', { kind: 'altered', position: 4n }],
  ['an event moved to another youth', "UPDATE events SET stream = 'youth-d' WHERE position = 4", { kind: 'altered', position: 4n }],
  ['a deleted event', 'DELETE FROM events WHERE position = 7', { kind: 'missing', position: 7n }],
  ['the first events deleted', 'DELETE FROM events WHERE position < 3', { kind: 'missing', position: 1n }],
  ['a deleted stream', "DELETE FROM events WHERE stream = 'youth-b'", { kind: 'missing', position: 2n }],
  [
    'a deleted event, its position closed',
    `DELETE FROM events WHERE position = 7; ${moveDown(8)}`,
    { kind: 'missing', position: 9n, revision: 3 },
  ],
  [
    'a deleted event, its position and its revision closed',
    `DELETE FROM events WHERE position = 7; ${moveDown(8)} ${moveDown(3, 'revision', "stream = 'youth-a'")}`,
    { kind: 'missing', position: 9n, stream: 'youth-a', revision: 2 },
  ],
  ['an event put in at the end', forge(16, 'youth-a', 5), { kind: 'altered', position: 16n, stream: 'youth-a', revision: 5 }],
  [
    'an event put in, with room made for it',
    `${moveUp(7)} ${moveUp(2, 'revision', "stream = 'youth-a'")} ${forge(7, 'youth-a', 2)}`,
    { kind: 'inserted', position: 7n, stream: 'youth-a', revision: 2 },
  ],
  [
    'an event put in behind the one whose revision it took',
    `${moveUp(8)} ${moveUp(2, 'revision', "stream = 'youth-a'")} ${forge(8, 'youth-a', 2)}`,
    { kind: 'inserted', position: 8n, stream: 'youth-a', revision: 2 },
  ],
  ['an event put in before the first', forge(-5, 'youth-a', 5), { kind: 'inserted', position: -5n }],
  ['two events of a youth at each other’s positions', swap('position', 4, 10), { kind: 'reordered', position: 4n, revision: 3 }],
  ['two events of a youth with each other’s contents', swapContents(4, 10), { kind: 'reordered', position: 4n, revision: 1 }],
  ['two events of a youth with each other’s revisions', swap('revision', 4, 10), { kind: 'reordered', position: 4n, revision: 3 }],
  ['two neighbours of a youth with each other’s contents', swapContents(4, 7), { kind: 'reordered', position: 4n }],
  ['two youths with each other’s sealed parts', swap('sealed', 5, 6, 'NULL'), { kind: 'altered', position: 5n }],
];

describe('verifying a log', () => {
  let opened: OpenedSqlite;
  beforeEach(async () => {
    opened = await openInNewDirectory();
    await fill(opened.store);
  });
  afterEach(() => opened.close());

  it('finds an untouched log whole, and tells how far it has come', async () => {
    const heard: number[] = [];
    const verification = await verify(opened.store, { onProgress: (events) => heard.push(events) });
    const head = { position: '15', events: 15, digest: expect.stringMatching(/^[0-9a-f]{64}$/) };
    expect(verification).toEqual({ ok: true, head, events: 15, streams: 3 });
    expect(heard).toEqual([15]);
  });

  it('finds a log whole that has grown since its head was saved', async () => {
    const against = await savedHeadOf(opened.store);
    const end = (await opened.store.read('youth-a')).at(-1);
    await opened.store.append('youth-a', 4, chained('youth-a', [{}, {}], end));
    expect(await verify(opened.store, { against })).toMatchObject({ ok: true, events: 17 });
  });

  it('finds an empty log whole, and then one that has grown', async () => {
    const store = InMemoryEventStore.empty();
    const against = await savedHeadOf(store);
    expect(against).toMatchObject({ events: 0 });
    await fill(store);
    expect(await verify(store, { against })).toMatchObject({ ok: true, events: 15 });
  });

  it.each(attacks)('finds %s', async (_, sql, problem) => {
    await opened.tamper(withoutTriggers + sql);
    expect(await verify(opened.store)).toMatchObject({ ok: false, problem });
  });

  it('finds an event that was changed together with its own hash at the event after it', async () => {
    const [first, second] = await opened.store.read('youth-a');
    const hash = recordHash(first?.hash, 'youth-a', 1, { ...second, data: '{}' } as StoredEvent);
    await opened.tamper(
      `${withoutTriggers} UPDATE events SET data = '{}', hash = x'${Buffer.from(hash).toString('hex')}' WHERE position = 4`,
    );
    expect(await verify(opened.store)).toMatchObject({ ok: false, problem: { kind: 'altered', position: 7n, revision: 2 } });
  });

  it('finds an event that was deleted, and those after it hashed anew', async () => {
    const [, second, , fourth, fifth] = await opened.store.read('youth-c');
    if (!fourth || !fifth) throw new Error('the stream is too short');
    const hashes = [recordHash(second?.hash, 'youth-c', 3, fourth)];
    hashes.push(recordHash(hashes[0], 'youth-c', 4, fifth));
    const [newFourth, newFifth] = hashes.map((hash) => Buffer.from(hash).toString('hex'));
    await opened.tamper(`${withoutTriggers} DELETE FROM events WHERE position = 9; ${moveDown(10)}
      UPDATE events SET hash = x'${newFourth}' WHERE position = 11; UPDATE events SET hash = x'${newFifth}' WHERE position = 14;`);
    expect(await verify(opened.store)).toMatchObject({ ok: false, problem: { kind: 'missing', position: 11n, revision: 3 } });
  });

  it('finds any number of newest events that were cut off since a head was saved', async () => {
    const against = await savedHeadOf(opened.store);
    await opened.tamper(withoutTriggers);
    for (let last = 14n; last > 0n; last -= 1n) {
      await opened.tamper(`DELETE FROM events WHERE position > ${last}`);
      expect(await verify(opened.store)).toMatchObject({ ok: true, events: Number(last) });
      const says = `The newest ${15n - last} of the 15 events of the saved head are gone.`;
      expect(await verify(opened.store, { against })).toEqual({ ok: false, problem: { kind: 'cut-off', position: last, says } });
    }
    await opened.tamper('DELETE FROM events');
    expect(await verify(opened.store, { against })).toMatchObject({ ok: false, problem: { kind: 'cut-off' } });
  });

  it('finds a log that was rewritten with hashes that fit, and one whose youths were put in another order', async () => {
    const against = await savedHeadOf(opened.store);
    await opened.tamper(withoutTriggers + swap('position', 4, 5));
    expect(await verify(opened.store)).toMatchObject({ ok: true });
    expect(await verify(opened.store, { against })).toMatchObject({ ok: false, problem: { kind: 'altered' } });
    const rewritten = InMemoryEventStore.empty();
    await fill(rewritten, '{"on":"2026-03-11"}');
    expect(await verify(rewritten)).toMatchObject({ ok: true });
    expect(await verify(rewritten, { against })).toMatchObject({ ok: false, problem: { kind: 'altered' } });
  });

  describe('in which one byte was changed', () => {
    const columns = ['position', 'stream', 'revision', 'id', 'type', 'data', 'metadata', 'sealed', 'hash'] as const;
    const flips = fc.record({
      row: fc.integer({ min: 1, max: 15 }),
      column: fc.constantFrom(...columns),
      at: fc.nat(),
      mask: fc.integer({ min: 1, max: 255 }),
    });
    let database: Database;
    beforeEach(async () => {
      database = await openDatabase(opened.file, { synchronous: 'NORMAL' });
      database.exec(withoutTriggers);
    });
    afterEach(() => database.close());

    const flip = (value: unknown, at: number, mask: number): Uint8Array | number => {
      if (typeof value === 'number') return Number(BigInt(value) ^ (BigInt(mask) << BigInt(8 * (at % 6))));
      const bytes = Uint8Array.from(value as Uint8Array);
      const index = at % bytes.length;
      bytes[index] = (bytes[index] ?? 0) ^ mask;
      return bytes;
    };

    const isText = (column: string): boolean => ['stream', 'type', 'data', 'metadata'].includes(column);

    it('finds it, whichever it was', async () => {
      const property = fc.asyncProperty(flips, async ({ row, column, at, mask }) => {
        const read = isText(column) ? `CAST(${column} AS BLOB)` : column;
        const written = isText(column) ? 'CAST(? AS TEXT)' : '?';
        const was = database.prepareArrays<[number | Uint8Array]>(`SELECT ${read} FROM events WHERE position = ?`).get(row)?.[0] ?? 0;
        const becomes = flip(was, at, mask);
        const change = database.prepare(`UPDATE OR IGNORE events SET ${column} = ${written} WHERE position = ?`);
        // What a unique constraint refuses cannot have been changed.
        fc.pre(change.run(becomes, row).changes === 1);
        const { ok } = await verify(opened.store);
        change.run(was, column === 'position' ? Number(becomes) : row);
        expect(ok).toBe(false);
      });
      await fc.assert(property, { numRuns: 1_000 });
      expect(await verify(opened.store)).toMatchObject({ ok: true });
    }, 60_000);
  });
});
