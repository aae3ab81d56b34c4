import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { refusalOf } from './stores-refused.js';

/** Where the hub keeps what it knows, and how it runs. */
export interface Settings {
  /** Events, e.g. `sqlite:/var/lib/samspor`. */
  readonly eventsUrl: string;
  /** Views. */
  readonly viewsUrl: string;
  /** Folder of the key file and, with SQLite, of the keys and the read log. */
  readonly directory: string;
  /** Outside production only synthetic identity numbers (month + 80) are taken. */
  readonly production: boolean;
  readonly readOnly: boolean;
  /** Stores events and keeps the views up to date in threads of their own: for a hub that many ask, not for a command that runs once. */
  readonly threads?: boolean;
}

/** A setting cannot be used; says which and what it takes. */
export class SettingRefused extends Error {
  override readonly name = 'SettingRefused';
}

const makeFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw refusalOf(error, folder);
  }
};

/** Settings from the environment (EVENTS_URL, VIEWS_URL, SAMSPOR_PRODUCTION) with the embedded default in `directory`. */
export const settingsFrom = (env: NodeJS.ProcessEnv, directory: string, readOnly = false): Settings => {
  const folder = resolve(directory);
  if (!readOnly) makeFolder(folder);
  return {
    eventsUrl: env['EVENTS_URL'] ?? `sqlite:${folder}`,
    viewsUrl: env['VIEWS_URL'] ?? `sqlite:${folder}`,
    directory: folder,
    production: env['SAMSPOR_PRODUCTION'] === 'true',
    readOnly,
  };
};

/** The folder of a `sqlite:` URL. */
export const sqliteFolder = (name: string, url: string): string => {
  if (url.startsWith('sqlite:')) return resolve(url.slice('sqlite:'.length));
  throw new SettingRefused(`${name}=${url.split(':')[0] ?? ''}:… is not supported by this version; use sqlite:<folder>.`);
};
