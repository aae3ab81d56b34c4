// Loaded before the writer. Checkpoints come often, since they are where the danger is. With POWER_FAULT=weakened every database is
// FULL when it is asked, and NORMAL from its second commit on: the fault that must be seen.
import { loadEngine } from '../../dist/libs/sqlite/src/index.js';

const engine = await loadEngine();
const isWeakened = process.env.POWER_FAULT === 'weakened';
// Not where another thread moves the log: that one is to do it.
const oftener = (sql) => sql.replace(/wal_autocheckpoint = \d{1,4}$/, 'wal_autocheckpoint = 100');

function Recorded(file, { readOnly }) {
  const database = engine(file, readOnly);
  let commits = 0;
  const weakening = (statement) => ({
    run: () => {
      const changes = statement.run();
      if (++commits === 2) database.exec('PRAGMA synchronous = NORMAL');
      return changes;
    },
  });
  return {
    prepare: (sql) => (isWeakened && sql === 'COMMIT' ? weakening(database.prepare(sql)) : database.prepare(sql)),
    exec: (sql) => database.exec(oftener(sql)),
    close: () => database.close(),
  };
}

// What `loadEngine` asks first.
const builtin = process.getBuiltinModule.bind(process);
process.getBuiltinModule = (name) => (name === 'node:sqlite' ? { DatabaseSync: Recorded } : builtin(name));
