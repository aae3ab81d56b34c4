import { type Database, WrongSchema, refuseNewerSchema, schemaVersionOf } from '@samspor/sqlite';

const SCHEMA_VERSION = 1;

// A unique index can be dropped by whoever has the file, a unique constraint cannot: hence no CREATE INDEX.
// The triggers are a tripwire for honest mistakes; what finds the dishonest is the hash chain.
const SCHEMA = `
CREATE TABLE events(
  position INTEGER PRIMARY KEY AUTOINCREMENT CHECK (position > 0),
  stream TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 0),
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  type TEXT NOT NULL,
  data TEXT NOT NULL,
  metadata TEXT NOT NULL,
  sealed BLOB,
  hash BLOB NOT NULL,
  UNIQUE (stream, revision)
) STRICT;
CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
PRAGMA user_version = ${SCHEMA_VERSION};`;

/** Creates the table of events in a new file; refuses a file that a newer program has written. */
export const migrate = (database: Database, file: string): void => {
  refuseNewerSchema(database, file, SCHEMA_VERSION);
  if (schemaVersionOf(database) < SCHEMA_VERSION) database.transaction(() => database.exec(SCHEMA));
};

/** Refuses a file that has no table of events that this program can read. */
export const requireSchema = (database: Database, file: string): void => {
  refuseNewerSchema(database, file, SCHEMA_VERSION);
  if (schemaVersionOf(database) < SCHEMA_VERSION)
    throw new WrongSchema(`${file} holds no events; start the hub once, or name another file`);
};
