// node bench/fill.mjs FOLDER EVENTS: a hub's data directory with that many events, each told through Streams.tell.
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hub, loadTerms, projectFile, settingsFrom } from '../dist/libs/casework/src/index.js';
import { adviserOf, assignmentOf, dailyCommand, registrationOf, signer, tellingBy, youthsFor } from './county.mjs';
import { crew } from './crew.mjs';

const AT_ONCE = 256;
/** Cases of one time: their events stand close to each other in the log, in turns. */
const COHORT = 1_000;

const [folder, count] = [process.argv[2], Number(process.argv[3])];
const hub = await Hub.open(settingsFrom({}, folder));
await hub.projector.start();
await signAgreement();
await hub.projector.stop();
const youths = Array.from({ length: youthsFor(count) });
for (let from = 0; from < youths.length; from += COHORT) await fillCohort(from, Math.min(from + COHORT, youths.length));
writeFileSync(join(folder, 'bench.json'), JSON.stringify({ youths }));
await hub.close();

async function signAgreement() {
  const id = randomUUID();
  const terms = loadTerms(projectFile('deploy/terms')).get('trondelag-2024.1');
  const parties = ['OT', 'NAV', 'KOM', 'PPT', 'BV', 'SCH'];
  const data = { county: '50', parties, level: 'operational', from: '2024-08-01', to: '2028-12-31', terms, on: '2024-08-01' };
  const command = { type: 'SignAgreement', data };
  const told = await hub.agreements.tell(id, command, { ...tellingBy(hub, signer, command), newId: id });
  if (!(await hub.seen(told.position, 10_000))) throw new Error('the views did not show the agreement');
}

async function fillCohort(from, to) {
  await crew(to - from, AT_ONCE, async (n) => {
    youths[from + n] = await open(from + n);
  });
  const goal = Math.floor((count * to) / youths.length);
  const missing = goal - Number(await hub.events.head());
  await crew(missing, AT_ONCE, (n) => {
    const youth = from + (n % (to - from));
    const command = dailyCommand(n);
    return hub.youths.tell(youths[youth].id, command, tellingBy(hub, adviserOf(youth), command));
  });
}

async function open(n) {
  const actor = adviserOf(n);
  const command = { type: 'RegisterYouth', data: registrationOf(n) };
  const { youthId } = await hub.youths.register(command, tellingBy(hub, actor, command));
  const naming = assignmentOf(actor);
  await hub.youths.tell(youthId, naming, tellingBy(hub, actor, naming));
  return { id: youthId, n, identityNumber: command.data.identityNumber };
}
