// Loaded before the command line: after its first copy of a database it says so, and stands still until something comes to its stdin.
import { readSync, writeSync } from 'node:fs';
import { loadEngine } from '../../dist/libs/sqlite/src/index.js';

const engine = await loadEngine();
let copies = 0;

const pausing = (statement) => ({
  run: (...values) => {
    const changes = statement.run(...values);
    if (++copies === 1) {
      writeSync(1, 'one file is copied\n');
      readSync(0, Buffer.alloc(1));
    }
    return changes;
  },
});

function Pausing(file, { readOnly }) {
  const database = engine(file, readOnly);
  return {
    prepare: (sql) => (sql.startsWith('VACUUM INTO') ? pausing(database.prepare(sql)) : database.prepare(sql)),
    exec: (sql) => database.exec(sql),
    close: () => database.close(),
  };
}

// What `loadEngine` asks first.
const builtin = process.getBuiltinModule.bind(process);
process.getBuiltinModule = (name) => (name === 'node:sqlite' ? { DatabaseSync: Pausing } : builtin(name));
