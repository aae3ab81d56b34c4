import { join } from 'node:path';
import { upcastEvent } from '@samspor/casework';
import { SqliteEventStore } from '@samspor/event-store';
import { SqliteViewStore, rebuild, views } from '@samspor/projections';
import { openDatabase } from '@samspor/sqlite';
import { temporaryDirectory } from '@samspor/sqlite/testing';

type Lines = readonly string[];

const live = `(SELECT id FROM generations WHERE view = ? AND state = 'live')`;

/** What a view holds, byte for byte: its documents, what they are found by, and what was set aside. */
const linesOf = async (file: string): Promise<ReadonlyMap<string, Lines>> => {
  const database = await openDatabase(file, { synchronous: 'NORMAL', readOnly: true });
  const documents = database.prepareArrays(`SELECT key, position, body FROM docs WHERE generation = ${live} ORDER BY key`);
  const index = database.prepareArrays(`SELECT field, value, key FROM doc_index WHERE generation = ${live} ORDER BY field, value, key`);
  const parked = database.prepareArrays(`SELECT stream, position FROM parked WHERE generation = ${live}`);
  const checkpoint = database.prepareArrays(`SELECT checkpoint FROM generations WHERE view = ? AND state = 'live'`);
  const all = [documents, index, parked, checkpoint];
  const lines = views.map(({ name }) => [name, all.flatMap((rows) => rows.all(name).map((row) => JSON.stringify(row)))] as const);
  database.close();
  return new Map(lines);
};

/** Waits until every view has seen the newest event; asking for it is what waits. */
export const awaitViews = async (data: string, ask: (position: string) => Promise<unknown>): Promise<void> => {
  const events = await SqliteEventStore.open({ directory: data, readOnly: true });
  const head = await events.head();
  await events.close();
  for (;;) {
    const database = await openDatabase(join(data, 'views.db'), { synchronous: 'NORMAL', readOnly: true });
    const there = database.prepareArrays<readonly [string]>(`SELECT checkpoint FROM generations WHERE state = 'live'`).all();
    database.close();
    if (there.length === views.length && there.every(([checkpoint]) => checkpoint === String(head))) return;
    await ask(String(head));
  }
};

/** All views are what a rebuild from the events into a fresh store gives. */
export const checkViews = async (data: string, ask: (position: string) => Promise<unknown>): Promise<void> => {
  await awaitViews(data, ask);
  const fresh = temporaryDirectory();
  const events = await SqliteEventStore.open({ directory: data, readOnly: true });
  const store = await SqliteViewStore.open(fresh.file('views.db'));
  try {
    for (const view of views) await rebuild({ events, views: store, view, upcast: upcastEvent });
  } finally {
    await store.close();
    await events.close();
  }
  const [found, wanted] = [await linesOf(join(data, 'views.db')), await linesOf(fresh.file('views.db'))];
  fresh.remove();
  for (const { name } of views) {
    const [lines, rebuilt] = [found.get(name) ?? [], wanted.get(name) ?? []];
    const at = rebuilt.findIndex((line, index) => line !== lines[index]);
    expect({ view: name, lines: lines.length, differsAt: at }).toEqual({ view: name, lines: rebuilt.length, differsAt: -1 });
  }
};
