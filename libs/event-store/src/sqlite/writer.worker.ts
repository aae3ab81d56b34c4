import { workerData } from 'node:worker_threads';
import { openDatabase } from '@samspor/sqlite';
import { WrongExpectedRevision, type Appended } from '../event-store.js';
import { EventTable } from './event-table.js';
import { FailStop } from './fail-stop.js';
import { GroupCommit } from './group-commit.js';
import { ofWriter, withLogMovedElsewhere } from './connection.js';
import { storedChannel } from './stored-channel.js';
import { type FromWriter, type Outcome, type Refusal, type SentAppend, type ToWriter, unpacked } from './writer.messages.js';
import type { WriterFile } from './writer.thread.js';

const refusalOf = (error: Error): Refusal =>
  error instanceof WrongExpectedRevision
    ? { name: error.name, message: error.message, actual: error.actual }
    : { name: error.name, message: error.message };

/** Stores what the hub sends, and says what came of it: of all that shared a commit at once. */
const serve = async (file: string, say: (message: FromWriter) => void, end: () => void) => {
  const database = await openDatabase(file, { ...ofWriter, ...withLogMovedElsewhere });
  const failStop = new FailStop(file);
  const stored = storedChannel(file);
  // Who reads beside hears it from here, and not once the hub has come to it.
  const commits = new GroupCommit(database, new EventTable(database), failStop, () => stored.postMessage('stored'));
  let outcomes: Outcome[] = [];
  const tell = (): void => {
    say({ outcomes, fault: failStop.reason() });
    outcomes = [];
  };
  const came = (number: number, appended?: Appended, refusal?: Refusal): void => {
    if (outcomes.push([number, appended, refusal]) === 1) queueMicrotask(tell);
  };
  const append = ([number, stream, expected, events]: SentAppend): void =>
    void commits.append(stream, expected, events.map(unpacked)).then(
      (appended) => came(number, appended),
      (error: Error) => came(number, undefined, refusalOf(error)),
    );
  const close = async (): Promise<void> => {
    await commits.close();
    database.close();
    stored.close();
    end();
  };
  return (message: ToWriter): void => {
    if (message === 'close') void close();
    else message.forEach(append);
  };
};

const { file, port } = workerData as WriterFile;
port.on(
  'message',
  await serve(
    file,
    (message) => port.postMessage(message),
    () => port.close(),
  ),
);
