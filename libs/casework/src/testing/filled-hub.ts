import { syntheticIdentityNumber } from '@samspor/domain';
import { temporaryDirectory } from '@samspor/sqlite/testing';
import { Hub } from '../hub.js';
import { importList } from '../import/import-list.js';
import { aList, kari } from '../import/testing/a-list.js';
import { type Settings, settingsFrom } from '../settings.js';

/** A data directory with a few youths in it, and room beside it. */
export interface FilledHub {
  readonly settings: Settings;
  /** A path beside the data directory, on the same disk. */
  readonly beside: (name: string) => string;
  readonly remove: () => void;
}

/** Noon of the day on which all of it happens. */
export const noon = new Date('2026-11-20T11:00:00Z');

const rows = [0, 1, 2].map((n) => ({ identityNumber: syntheticIdentityNumber('2008-05-20', n) ?? '', name: `Demo-Navn ${n}` }));

/** Imports three youths into a new directory, and closes the hub. */
export const fillHub = async (clock: () => Date = () => noon): Promise<FilledHub> => {
  const { file, remove } = temporaryDirectory();
  const settings = settingsFrom({}, file('data'));
  const hub = await Hub.open(settings, clock);
  await hub.projector.start();
  await importList(hub, { bytes: aList(...rows), actor: kari, advisers: [] });
  await hub.catchUp(20_000);
  await hub.close();
  return { settings, beside: file, remove };
};
