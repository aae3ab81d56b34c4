/** A value that SQLite keeps. */
export type SqlValue = null | number | bigint | string | Uint8Array;

/** What a statement changed. */
export interface Changes {
  readonly changes: number | bigint;
  readonly lastInsertRowid: number | bigint;
}

/** A prepared statement as `node:sqlite` gives it. */
export interface EngineStatement {
  run(...values: readonly SqlValue[]): Changes;
  get(...values: readonly SqlValue[]): unknown;
  all(...values: readonly SqlValue[]): unknown[];
  setReturnArrays?(on: boolean): void;
}

/** An open database as `node:sqlite` gives it. */
export interface EngineDatabase {
  prepare(sql: string): EngineStatement;
  exec(sql: string): void;
  close(): void;
}

/** Opens a database file: the part of `node:sqlite` that this library stands on. */
export type SqliteEngine = (file: string, readOnly: boolean) => EngineDatabase;

interface NodeSqlite {
  readonly DatabaseSync: new (file: string, options: { readonly readOnly: boolean }) => EngineDatabase;
}

/** The runtime's own SQLite where it has one (Node 22.13 and newer), else the one that is installed with the hub. */
export const loadEngine = async (): Promise<SqliteEngine> => {
  const { DatabaseSync } = (process.getBuiltinModule('node:sqlite') ?? (await import('@photostructure/sqlite'))) as NodeSqlite;
  return (file, readOnly) => new DatabaseSync(file, { readOnly });
};

const valuesOf = (row: unknown): unknown => (row === undefined ? undefined : Object.values(row as object));

/** The statement with each row as an array of its values. */
export const inArrays = (statement: EngineStatement): EngineStatement => {
  if (statement.setReturnArrays) {
    statement.setReturnArrays(true);
    return statement;
  }
  // Node before 22.16 knows row objects only.
  return {
    run: (...values) => statement.run(...values),
    get: (...values) => valuesOf(statement.get(...values)),
    all: (...values) => statement.all(...values).map(valuesOf),
  };
};
