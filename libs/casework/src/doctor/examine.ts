import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteEventStore } from '@samspor/event-store';
import { openDatabase, schemaVersionOf } from '@samspor/sqlite';
import { type Settings, sqliteFolder } from '../settings.js';
import { type Finding, bad, ok } from './finding.js';
import { keyFindings } from './keys.js';
import { backup, chain, clock, newestEvents } from './log.js';
import { disk, durability, rights, writer } from './machine.js';
import { viewFindings } from './views.js';

export type { Finding, Severity } from './finding.js';

/** A look that fails is a finding, and the others go on. */
const attempt = async (about: string, look: () => Promise<Finding | readonly Finding[]>): Promise<readonly Finding[]> => {
  try {
    const found = await look();
    return 'about' in found ? [found] : found;
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return [
      bad(about, says, 'Do what it says; if it is damaged: stop the hub, run samspor verify, restore the newest backup that passes.'),
    ];
  }
};

const versions = async (files: readonly string[]): Promise<Finding> => {
  const found: string[] = [];
  for (const file of files.filter((name) => existsSync(name))) {
    const database = await openDatabase(file, { synchronous: 'FULL', readOnly: true });
    try {
      found.push(`${file.slice(file.lastIndexOf('/') + 1)} ${schemaVersionOf(database)}`);
    } finally {
      database.close();
    }
  }
  return ok('versions', `node ${process.versions.node}; tables ${found.join(', ')}`);
};

const ofEvents = async (folder: string, directory: string, now: Date): Promise<readonly Finding[]> => {
  const events = await SqliteEventStore.open({ directory: folder, readOnly: true });
  try {
    const head = await events.head();
    const newest = await newestEvents(events);
    return [
      ...(await attempt('clock', async () => clock(newest, now))),
      ...(await attempt('chain', () => chain(events, newest))),
      ...(await attempt('keys', () => keyFindings(directory, newest))),
      ...(await attempt('backup', () => backup(directory, head, now))),
    ];
  } finally {
    await events.close();
  }
};

const headOf = async (folder: string): Promise<bigint | undefined> => {
  const events = await SqliteEventStore.open({ directory: folder, readOnly: true });
  try {
    return await events.head();
  } finally {
    await events.close();
  }
};

/** Looks at everything that an operator answers for. Changes nothing, and runs beside a running hub. */
export const examine = async (settings: Settings, now: Date): Promise<readonly Finding[]> => {
  const { directory } = settings;
  const events = sqliteFolder('EVENTS_URL', settings.eventsUrl);
  const views = join(sqliteFolder('VIEWS_URL', settings.viewsUrl), 'views.db');
  const files = [join(events, 'events.sqlite'), join(directory, 'keys.db'), join(directory, 'reads.db'), views];
  return [
    ...(await attempt('directory', () => rights(directory))),
    ...(await attempt('disk', () => disk(events))),
    ...(await attempt('durability', () => durability(events))),
    ...(await attempt('writer', () => writer(events))),
    ...(await attempt('versions', () => versions(files))),
    ...(await attempt('events', () => ofEvents(events, directory, now))),
    ...(await attempt('views', async () => viewFindings(views, await headOf(events)))),
  ];
};
