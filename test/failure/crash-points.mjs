// Loaded before the hub or the command line (`node --import`): ends the process with SIGKILL at the point that CRASH_POINT names.
import { ServerResponse } from 'node:http';
import { basename } from 'node:path';
import { BroadcastChannel, isMainThread } from 'node:worker_threads';
import { loadEngine } from '../../dist/libs/sqlite/src/index.js';

const { point, count, armed } = JSON.parse(process.env.CRASH_POINT);
const pattern = new RegExp(point.sql ?? '^\\b$');
let isArmed = armed;
let seen = 0;
const arming = new BroadcastChannel('crash-points');
arming.onmessage = () => (isArmed = true);
arming.unref();
// Signals reach the main thread only, and the projector has one of its own.
if (isMainThread) process.on('SIGUSR2', arm);

function arm() {
  isArmed = true;
  arming.postMessage('arm');
}

const reached = () => {
  if (isArmed && ++seen === count) process.kill(process.pid, 'SIGKILL');
};

const watchedStatement = (statement, sql) => {
  if (!pattern.test(sql)) return statement;
  return {
    run: (...values) => {
      if (point.when === 'before') reached();
      const changes = statement.run(...values);
      if (point.when === 'after') reached();
      return changes;
    },
    get: (...values) => statement.get(...values),
    all: (...values) => statement.all(...values),
    setReturnArrays: (on) => statement.setReturnArrays(on),
  };
};

const engine = await loadEngine();

function Watched(file, { readOnly }) {
  const database = engine(file, readOnly);
  if (basename(file) !== point.file) return database;
  return {
    prepare: (sql) => watchedStatement(database.prepare(sql), sql),
    exec: (sql) => database.exec(sql),
    close: () => database.close(),
  };
}

// What `loadEngine` asks first, so that it gives this one to everybody; the classes of the engines themselves cannot be changed.
const builtin = process.getBuiltinModule.bind(process);
process.getBuiltinModule = (name) => (name === 'node:sqlite' ? { DatabaseSync: Watched } : builtin(name));

if (point.answer) {
  const end = Reflect.get(ServerResponse.prototype, 'end');
  ServerResponse.prototype.end = function endOrDie(...args) {
    if (this.req.method === 'POST' && this.statusCode === 201) reached();
    return end.apply(this, args);
  };
}
