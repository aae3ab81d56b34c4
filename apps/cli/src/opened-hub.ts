import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Hub, settingsFrom } from '@samspor/casework';
import { Refusal } from './refusal.js';

/** Where the hub's data is, as all commands take it. */
export interface DataOption {
  readonly data: string;
}

/** The option of all commands that work on a hub. */
export const dataOption = ['--data <dir>', 'folder of the hub', 'data'] as const;

const using = async <Result>(hub: Hub, work: (hub: Hub) => Promise<Result>): Promise<Result> => {
  try {
    return await work(hub);
  } finally {
    await hub.close();
  }
};

/** Works on a hub as its only writer, with the views following; a running hub refuses it. */
export const writing = async <Result>({ data }: DataOption, work: (hub: Hub) => Promise<Result>): Promise<Result> => {
  const hub = await Hub.open(settingsFrom(process.env, data));
  return using(hub, async () => {
    await hub.projector.start();
    return work(hub);
  });
};

/** Looks into a hub, also beside a running one. */
export const reading = async <Result>({ data }: DataOption, work: (hub: Hub) => Promise<Result>): Promise<Result> => {
  requireData(data);
  return using(await Hub.open(settingsFrom(process.env, data, true)), work);
};

/** Refuses a folder without a hub, instead of a message about a database. */
export const requireData = (data: string): void => {
  const isThere = existsSync(process.env['EVENTS_URL'] === undefined ? join(data, 'events.sqlite') : data);
  if (!isThere) throw new Refusal(`${resolve(data)} holds no hub. Name the folder of one with --data, or load one: samspor demo`);
};
