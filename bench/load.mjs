// The load generator, in a process of its own. Takes a job as JSON on stdin, and prints what it measured as JSON.
import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { adviserOf, dailyCommand, pathOf } from './county.mjs';
import { quantile, rate } from './crew.mjs';
import { Wire, written } from './wire.mjs';

const { host, port, kind, seconds, connections, probes = 0, inOrder = false, youths, tokens } = JSON.parse(await text(process.stdin));

const WARM_UP_SECONDS = 1;

const anyYouth = () => youths[Math.floor(Math.random() * youths.length)];
const tokenOf = ({ n }) => tokens[adviserOf(n).id];

const commandTo = (youth, n) => {
  const { type, data } = dailyCommand(n);
  return written('POST', `/api/youths/${youth.id}/${pathOf(type)}`, tokenOf(youth), data, randomUUID());
};

const requests = {
  commands: (n) => commandTo(inOrder ? youths[n % youths.length] : anyYouth(), n),
  timeline: () => {
    const youth = anyYouth();
    return written('GET', `/api/youths/${youth.id}/timeline`, tokenOf(youth));
  },
  worklist: () => written('GET', '/api/worklist', tokenOf(anyYouth())),
  search: () => {
    const youth = anyYouth();
    return written('POST', '/api/youths/search', tokenOf(youth), { identityNumber: youth.identityNumber });
  },
};

const wires = Array.from({ length: connections }, () => new Wire(host, port));
const free = [...wires];
const latencies = [];
const visible = [];

const sent = async (wire, request) => {
  const started = performance.now();
  const answer = await wire.send(request);
  if (answer.status > 201) throw new Error(`${kind}: ${answer.status} ${answer.body}`);
  return { took: performance.now() - started, body: answer.body };
};

const work = async (n) => {
  const wire = free.pop();
  latencies.push((await sent(wire, requests[kind](n))).took);
  free.push(wire);
};

/** Tells a command and then asks for the card as it is after it: from the answer to the one until the answer to the other. */
const probe = async () => {
  const end = performance.now() + seconds * 1000;
  const wire = new Wire(host, port);
  while (performance.now() < end) {
    const youth = anyYouth();
    const { position } = JSON.parse((await sent(wire, commandTo(youth, 0))).body);
    visible.push((await sent(wire, written('GET', `/api/youths/${youth.id}/trekant?after=${position}`, tokenOf(youth)))).took);
  }
  wire.close();
};

// A hub takes on one new connection per turn of its event loop; what is measured are requests over open ones.
await Promise.all(wires.map((wire) => wire.send(written('GET', '/live'))));
// Nor is it the hub's time in which this program is compiled.
await rate(WARM_UP_SECONDS, connections, work);
const inWarmUp = latencies.length;
latencies.length = 0;
const [perSecond] = await Promise.all([rate(seconds, connections, work), ...Array.from({ length: probes }, probe)]);
for (const wire of wires) wire.close();
const ofAll = (values) => ({ p50: quantile(values, 0.5), p99: quantile(values, 0.99) });
process.stdout.write(
  JSON.stringify({ perSecond, requests: inWarmUp + latencies.length, ...ofAll(latencies), ...(probes > 0 && { visible: ofAll(visible) }) }),
);
