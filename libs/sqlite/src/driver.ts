import { inArrays, type Changes, type EngineDatabase, type EngineStatement, type SqliteEngine, type SqlValue } from './engine.js';
import { faultOf, SqliteFault } from './fault.js';

/** A row by column name. */
export type Row = Readonly<Record<string, SqlValue>>;

/** A prepared statement. `R` is the form of a row, as the SQL gives it. Integers above 2^53 are refused, not rounded. */
export interface Statement<R = Row> {
  run(...values: readonly SqlValue[]): Changes;
  get(...values: readonly SqlValue[]): R | undefined;
  all(...values: readonly SqlValue[]): readonly R[];
}

/** An open SQLite database. Everything is synchronous, and every error of SQLite is a SqliteFault. */
export interface Database {
  prepare<R extends object = Row>(sql: string): Statement<R>;
  /** As `prepare`, with each row an array in the order of the columns: up to twice as fast to read. */
  prepareArrays<R extends readonly SqlValue[]>(sql: string): Statement<R>;
  exec(sql: string): void;
  /** Runs the work in one write transaction: all or nothing. The work is synchronous and starts no transaction of its own. */
  transaction<T>(work: () => T): T;
  /** Runs reads that see one state of the file, and lock it once: a read by itself pays more for the lock than for what it reads. */
  reading<T>(work: () => T): T;
  close(): void;
}

const guarded = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw faultOf(error);
  }
};

const refuseNul = (value: SqlValue): void => {
  // One of the two engines cuts a text at its first NUL without saying so.
  if (typeof value === 'string' && value.includes('\0')) throw new TypeError('a text with a NUL cannot be stored');
};

/** Not with `guarded`: a closure for each call of a statement shows in what a batch of events costs. */
class GuardedStatement<R> implements Statement<R> {
  constructor(private readonly statement: EngineStatement) {}

  run(...values: readonly SqlValue[]): Changes {
    values.forEach(refuseNul);
    try {
      return this.statement.run(...values);
    } catch (error) {
      throw faultOf(error);
    }
  }

  get(...values: readonly SqlValue[]): R | undefined {
    try {
      return this.statement.get(...values) as R | undefined;
    } catch (error) {
      throw faultOf(error);
    }
  }

  all(...values: readonly SqlValue[]): R[] {
    try {
      return this.statement.all(...values) as R[];
    } catch (error) {
      throw faultOf(error);
    }
  }
}

/** Ends a transaction of which nothing is to be kept. */
const undoingOf = (database: EngineDatabase): (() => void) => {
  const rollback = database.prepare('ROLLBACK');
  return () => {
    try {
      rollback.run();
    } catch {
      // After an I/O error SQLite has rolled back by itself, and there is nothing left to undo.
    }
  };
};

const transactionsOf = (database: EngineDatabase): Database['transaction'] => {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const undo = undoingOf(database);
  return (work) => {
    let result;
    try {
      guarded(() => begin.run());
      result = work();
    } catch (error) {
      undo();
      throw error;
    }
    try {
      commit.run();
    } catch (error) {
      undo();
      throw faultOf(error, 'commit');
    }
    return result;
  };
};

const readingsOf = (database: EngineDatabase): Database['reading'] => {
  const begin = database.prepare('BEGIN');
  const end = undoingOf(database);
  return (work) => {
    guarded(() => begin.run());
    try {
      return work();
    } finally {
      end();
    }
  };
};

const openFile = (engine: SqliteEngine, file: string, readOnly: boolean): EngineDatabase => {
  try {
    return engine(file, readOnly);
  } catch (error) {
    const fault = faultOf(error);
    throw fault instanceof SqliteFault
      ? new SqliteFault(fault.kind, fault.during, fault.code, { message: `${file}: ${fault.message}` })
      : fault;
  }
};

/** Opens a file with an engine, and changes no setting of it. */
export const openWith = (engine: SqliteEngine, file: string, readOnly: boolean): Database => {
  const database = openFile(engine, file, readOnly);
  return {
    prepare: (sql) => new GuardedStatement(guarded(() => database.prepare(sql))),
    prepareArrays: (sql) => new GuardedStatement(guarded(() => inArrays(database.prepare(sql)))),
    exec: (sql) => guarded(() => database.exec(sql)),
    transaction: transactionsOf(database),
    reading: readingsOf(database),
    close: () => guarded(() => database.close()),
  };
};
