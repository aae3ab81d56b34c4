import type { EngineDatabase, EngineStatement, SqliteEngine } from '../engine.js';

/** An error as SQLite gives it, before the statement or after it has had its effect. */
export interface Failure {
  readonly code: number;
  readonly when: 'before' | 'after';
}

const sqliteError = (code: number): Error =>
  Object.assign(new Error(`injected result code ${code}`), { code: 'ERR_SQLITE_ERROR', errcode: code });

/** An engine that fails as `failureOf` says, which is asked once for each statement that runs. */
export const failingEngine = (engine: SqliteEngine, failureOf: (sql: string) => Failure | undefined): SqliteEngine => {
  const failing = <T>(sql: string, work: () => T): T => {
    const failure = failureOf(sql);
    if (failure?.when === 'before') throw sqliteError(failure.code);
    const result = work();
    if (failure) throw sqliteError(failure.code);
    return result;
  };
  const failingStatement = (statement: EngineStatement, sql: string): EngineStatement => ({
    run: (...values) => failing(sql, () => statement.run(...values)),
    get: (...values) => failing(sql, () => statement.get(...values)),
    all: (...values) => failing(sql, () => statement.all(...values)),
    setReturnArrays: (on) => statement.setReturnArrays?.(on),
  });
  return (file, readOnly): EngineDatabase => {
    const database = engine(file, readOnly);
    return {
      prepare: (sql) => failingStatement(database.prepare(sql), sql),
      exec: (sql) => failing(sql, () => database.exec(sql)),
      close: () => database.close(),
    };
  };
};

/** An engine that drops synchronous=FULL at its first commit, as some builds of SQLite do by themselves. */
export const forgetfulEngine =
  (engine: SqliteEngine): SqliteEngine =>
  (file, readOnly) => {
    const database = engine(file, readOnly);
    const forgetAfter = (statement: EngineStatement): EngineStatement => ({
      run: (...values) => {
        const changes = statement.run(...values);
        database.exec('PRAGMA synchronous = NORMAL');
        return changes;
      },
      get: (...values) => statement.get(...values),
      all: (...values) => statement.all(...values),
    });
    return {
      prepare: (sql) => (sql === 'COMMIT' ? forgetAfter(database.prepare(sql)) : database.prepare(sql)),
      exec: (sql) => database.exec(sql),
      close: () => database.close(),
    };
  };
