import { temporaryDirectory } from '@samspor/sqlite/testing';
import { Hub } from '../../hub.js';
import { settingsFrom } from '../../settings.js';

/** A hub on real stores, for one test. */
export interface OpenedHub {
  readonly hub: Hub;
  readonly close: () => Promise<void>;
}

/** Opens an empty hub for which it is noon of the day, with its views following. */
export const openHub = async (today: string): Promise<OpenedHub> => {
  const directory = temporaryDirectory();
  const hub = await Hub.open(settingsFrom({}, directory.path), () => new Date(`${today}T11:00:00Z`));
  await hub.projector.start();
  const close = async (): Promise<void> => {
    await hub.close();
    directory.remove();
  };
  return { hub, close };
};
