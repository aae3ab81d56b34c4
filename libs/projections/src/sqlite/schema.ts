import { type Database, refuseNewerSchema, schemaVersionOf } from '@samspor/sqlite';

const version = 2;

// With rowids, unlike the rest: bodies of a kilobyte and more in the key's own tree took 2 to 4 times as long to write.
const tables = `
CREATE TABLE generations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  view TEXT NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('building', 'live', 'dropped')),
  checkpoint TEXT
) STRICT;
CREATE UNIQUE INDEX generations_live ON generations (view) WHERE state = 'live';
CREATE UNIQUE INDEX generations_building ON generations (view) WHERE state = 'building';
CREATE TABLE docs (
  generation INTEGER NOT NULL,
  key TEXT NOT NULL,
  position TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (generation, key)
) STRICT;
CREATE TABLE doc_index (
  generation INTEGER NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  key TEXT NOT NULL,
  PRIMARY KEY (generation, field, value, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE parked (
  generation INTEGER NOT NULL,
  stream TEXT NOT NULL,
  position TEXT NOT NULL,
  code TEXT NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (generation, stream)
) STRICT, WITHOUT ROWID;
CREATE TABLE beats (id INTEGER PRIMARY KEY CHECK (id = 0), at TEXT NOT NULL) STRICT;
`;

const dropped = ['generations', 'docs', 'doc_index', 'parked', 'beats'].map((table) => `DROP TABLE IF EXISTS ${table};`).join('\n');

/**
 * Makes the tables. Those of an older version of the hub are dropped, since every view can be folded again from the events; those of
 * a newer one are refused, since it may be running beside.
 */
export const prepareTables = (database: Database, file: string): void => {
  refuseNewerSchema(database, file, version, 'install that version; or stop it and delete this file, and the views are folded anew');
  database.transaction(() => {
    if (schemaVersionOf(database) !== version) database.exec(`${dropped}${tables}PRAGMA user_version = ${version};`);
  });
};
