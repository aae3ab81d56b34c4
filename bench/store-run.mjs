// node bench/store-run.mjs FOLDER SECONDS ROWS: what is measured in one process, on a copy of a filled folder; prints rows as JSON.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';
import { Hub, importList, settingsFrom } from '../dist/libs/casework/src/index.js';
import { verify } from '../dist/libs/event-store/src/index.js';
import { rebuild, trekantView } from '../dist/libs/projections/src/index.js';
import { openDatabase } from '../dist/libs/sqlite/src/index.js';
import { adviserOf, dailyCommand, registrationOf, tellingBy } from './county.mjs';
import { rate } from './crew.mjs';

const [folder, seconds, rows] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const { youths } = JSON.parse(readFileSync(join(folder, 'bench.json'), 'utf8'));
const measured = {};

const hub = await Hub.open(settingsFrom({}, folder));
const perSecond = async (count, work) => {
  const started = performance.now();
  await work();
  return count / ((performance.now() - started) / 1000);
};

const head = Number(await hub.events.head());
measured.rebuild = await perSecond(head, () => rebuild({ events: hub.events, views: hub.views, view: trekantView }));
measured.verify = await perSecond(head, async () => {
  const verified = await verify(hub.events);
  if (!verified.ok) throw new Error(verified.problem.says);
});
measured.execute_append_64 = await rate(seconds, 64, (n) => {
  const youth = youths[Math.floor(Math.random() * youths.length)];
  const command = dailyCommand(n);
  return hub.youths.tell(youth.id, command, tellingBy(hub, adviserOf(youth.n), command));
});
await hub.projector.start();
await hub.seen(await hub.events.head(), 600_000);
measured.import = await perSecond(rows, async () => {
  const actor = adviserOf(0);
  const { imported, bad } = await importList(hub, { bytes: listOf(rows), actor, advisers: [actor] });
  if (imported !== rows) throw new Error(`only ${imported} of ${rows} rows were imported: ${JSON.stringify(bad[0])}`);
  await hub.seen(await hub.events.head(), 600_000);
});
await hub.close();
await appendRaw();
process.stdout.write(JSON.stringify(measured));

function listOf(count) {
  const first = 20_000 + Math.floor(Math.random() * 100_000);
  const lines = Array.from({ length: count }, (_, index) => {
    const { identityNumber, name, birthDate } = registrationOf(first + index);
    return `${identityNumber};${name};${birthDate};5006;quit;2026-03-02`;
  });
  return Buffer.from(['fødselsnummer;navn;fødselsdato;kommune;årsak;tilmeldt', ...lines].join('\n'));
}

/** What SQLite and this disk give at best: the same rows in the same table, and nothing else. */
async function appendRaw() {
  const database = await openDatabase(join(folder, 'events.sqlite'), { synchronous: 'FULL' });
  const insert = database.prepare(
    'INSERT INTO events(stream, revision, id, type, data, metadata, sealed, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const stream = `raw-${randomUUID()}`;
  let revision = 0;
  const data = JSON.stringify({ attemptId: randomUUID(), channel: 'phone', on: '2026-03-10', outcome: 'no-answer' });
  const [metadata, sealed, hash] = ['m'.repeat(560), randomBytes(301), randomBytes(32)];
  const add = () => insert.run(stream, revision++, randomBytes(16), 'ContactAttempted', data, metadata, sealed, hash);
  const commits = (perCommit) =>
    rate(seconds, 1, async () => {
      database.transaction(() => {
        for (let n = 0; n < perCommit; n += 1) add();
      });
    });
  measured.raw_append_1 = await commits(1);
  measured.raw_append_64 = 64 * (await commits(64));
  database.close();
}
