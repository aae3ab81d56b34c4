// Writes events with sealed parts, their keys and readings to a data directory, and a line to acks.jsonl for all that was acknowledged:
// all in one thread, or as the hub does, with one thread that writes the events and one that moves the logs.
import { randomUUID } from 'node:crypto';
import { openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteReadLog } from '../../dist/libs/access/src/index.js';
import { CheckpointsThread } from '../../dist/libs/casework/src/projecting/checkpoints.thread.js';
import { recordHash, SqliteEventStore, SqliteSnapshotStore, writerProgram } from '../../dist/libs/event-store/src/index.js';
import { openWrappingKey, Sealer, SqliteKeyStore } from '../../dist/libs/privacy/src/index.js';
import { SqliteViewStore } from '../../dist/libs/projections/src/index.js';

const [directory, rounds, ending, threads] = process.argv.slice(2);
const lanes = 4;
const inThreads = threads === 'threads';
/** The logs are moved each hundred events of the hub; here each ten, since that is where the danger is. */
const oftener = 10n;

const events = await SqliteEventStore.open({ directory, ...(inThreads && { writerThread: writerProgram }) });
const keys = await SqliteKeyStore.open(join(directory, 'keys.db'));
const sealer = new Sealer(keys, await openWrappingKey(join(directory, 'wrapping.key'), keys));
const reads = await SqliteReadLog.open(join(directory, 'reads.db'));
const fileOf = (name) => join(directory, name);
const startLogs = async () => {
  await (await SqliteViewStore.open(fileOf('views.db'))).close();
  await (await SqliteSnapshotStore.open(fileOf('snapshots.db'), 'power')).close();
  return new CheckpointsThread({
    eventsFile: fileOf('events.sqlite'),
    viewsFile: fileOf('views.db'),
    snapshotsFile: fileOf('snapshots.db'),
  });
};
const logs = inThreads ? await startLogs() : undefined;
const acks = openSync(join(directory, 'acks.jsonl'), 'a');
const acknowledge = (ack) => writeSync(acks, `${JSON.stringify(ack)}\n`);

const draft = async (stream, revision, previous) => {
  const id = randomUUID();
  const place = { subject: stream, owner: 'OT', stream, revision, eventId: id, type: 'ContactAttempted' };
  const sealed = await sealer.seal(place, { note: `note of ${id}` });
  const record = { id, type: place.type, data: '{"channel":"phone","outcome":"no-answer"}', metadata: '{"ownerAgency":"OT"}', sealed };
  return { ...record, hash: recordHash(previous, stream, revision, record) };
};

const appendTo = async (stream, revision, previous, count) => {
  const drafts = [];
  for (let n = 0; n < count; n += 1) drafts.push(await draft(stream, revision + 1 + n, drafts.at(-1)?.hash ?? previous));
  const appended = await events.append(stream, revision === -1 ? 'no-stream' : revision, drafts);
  logs?.grown(appended.position * oftener);
  acknowledge({ stream, revision: appended.revision, position: String(appended.position), ids: drafts.map(({ id }) => id) });
  return { revision: appended.revision, previous: drafts.at(-1).hash };
};

const lane = async () => {
  for (let round = 0; round < Number(rounds); round += 1) {
    const stream = `youth-${randomUUID()}`;
    const opened = await appendTo(stream, -1, undefined, 3);
    const next = await appendTo(stream, opened.revision, opened.previous, 1);
    await appendTo(stream, next.revision, next.previous, 2);
    const reading = { at: '2026-01-01T00:00:00Z', actorId: 'ot-kari', agency: 'OT', unit: 'ot', what: 'timeline', policy: 'P1' };
    const youthId = randomUUID();
    await reads.record({ ...reading, youthId });
    acknowledge({ youthId });
  }
};

await Promise.all(Array.from({ length: lanes }, lane));
if (ending === 'killed') process.kill(process.pid, 'SIGKILL');
await logs?.close();
await events.close();
await reads.close();
await keys.close();
