// Loaded before the hub or the command line: the SQLite that it finds is FULL when it is asked and NORMAL from its first commit on,
// as some builds are by themselves.
import { loadEngine } from '../../dist/libs/sqlite/src/index.js';

const engine = await loadEngine();

const forgetting = (statement, database) => ({
  run: () => {
    const changes = statement.run();
    database.exec('PRAGMA synchronous = NORMAL');
    return changes;
  },
});

function Forgetful(file, { readOnly }) {
  const database = engine(file, readOnly);
  return {
    prepare: (sql) => (sql === 'COMMIT' ? forgetting(database.prepare(sql), database) : database.prepare(sql)),
    exec: (sql) => database.exec(sql),
    close: () => database.close(),
  };
}

// What `loadEngine` asks first.
const builtin = process.getBuiltinModule.bind(process);
process.getBuiltinModule = (name) => (name === 'node:sqlite' ? { DatabaseSync: Forgetful } : builtin(name));
