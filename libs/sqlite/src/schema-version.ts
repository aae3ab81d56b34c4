import type { Database } from './driver.js';

/** The file is not one that this program can use. Says what to do. */
export class WrongSchema extends Error {
  override readonly name = 'WrongSchema';
}

/** The version that a file says of itself; 0 for a new one. */
export const schemaVersionOf = (database: Database): number =>
  database.prepareArrays<readonly [number]>('PRAGMA user_version').get()?.[0] ?? 0;

const remedy = 'install that version, or restore a backup made by this one';

/** Refuses a file that a newer program has written: what it has added would be overlooked, or lost. */
export const refuseNewerSchema = (database: Database, file: string, known: number, instead = remedy): void => {
  const version = schemaVersionOf(database);
  if (version <= known) return;
  throw new WrongSchema(
    `${file} was written by a newer version of Samspor (its schema is ${version}, this program knows ${known}); ${instead}`,
  );
};
