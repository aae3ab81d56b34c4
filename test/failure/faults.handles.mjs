// Loaded before the hub: when it looks for a SQLite, which is when all of its code is there, it has no file handle left.
import { openSync } from 'node:fs';
import { loadEngine } from '../../dist/libs/sqlite/src/index.js';

const engine = await loadEngine();

function AsItIs(file, { readOnly }) {
  return engine(file, readOnly);
}

const takeAll = () => {
  try {
    for (;;) openSync('/dev/null', 'r');
  } catch (error) {
    if (error.code !== 'EMFILE') throw error;
  }
};

// What `loadEngine` asks first.
const builtin = process.getBuiltinModule.bind(process);
process.getBuiltinModule = (name) => {
  if (name !== 'node:sqlite') return builtin(name);
  takeAll();
  return { DatabaseSync: AsItIs };
};
