import { randomInt } from 'node:crypto';
import { Agent } from 'node:http';
import fc from 'fast-check';
import { Hub, settingsFrom } from '@samspor/casework';
import { type County, enrolledYouth, foundCounty, nameFixed } from '../acceptance/county.js';
import { RunningHub, type Written } from '../acceptance/running-hub.js';
import type { OpenApi } from './fuzz.document.js';
import { type FuzzRequest, type Known, canary, canaryNumbers, requestsTo } from './fuzz.requests.js';
import { type FloodAnswer, sendThrough } from './overload.flood.js';
import { writeResult } from './results-page.js';

const asked = process.env['SAMSPOR_FUZZ_REQUESTS'];
const requests = Number(asked ?? 5_000);
const seed = Number(process.env['SAMSPOR_FUZZ_SEED'] ?? randomInt(2 ** 31));
const connections = 8;
const insiders = ['ot-kari', 'ot-kari', 'ot-kari', 'nav-ole', 'kom-anne'];
const people = [...insiders, ...insiders, ...insiders, 'ot-per', 'nav-ida', 'ppt-siri', 'bv-tor', 'sch-eva', 'avtale-jon', 'revisor-gro'];

const tokenOf = async (hub: RunningHub, person: string): Promise<string> =>
  (await hub.request<{ readonly token: string }>('POST', '/api/demo/token', { body: { person } })).body.token;

const leaks = (text: string): boolean => text.includes(canary) || canaryNumbers.some((number) => text.includes(number));

/** What is wrong with an answer, if anything. */
const faultOf = ({ status, headers, body }: FloodAnswer): string | undefined => {
  if (leaks(JSON.stringify(headers))) return 'a personal value in a header';
  if (status < 300) return undefined;
  if (status >= 500) return `status ${status}`;
  if (leaks(body)) return 'a personal value in an error';
  if (!headers['content-type']?.startsWith('application/problem+json')) return `status ${status} as ${headers['content-type']}`;
  const problem = JSON.parse(body) as Readonly<Record<string, unknown>>;
  const complete = typeof problem['type'] === 'string' && typeof problem['title'] === 'string' && problem['status'] === status;
  return complete ? undefined : 'a problem without type, title or status';
};

const eventsIn = ({ status, body }: FloodAnswer): number => {
  if (status !== 201) return 0;
  const { events, repeated } = JSON.parse(body) as Written;
  return repeated ? 0 : events.length;
};

const headOf = async (folder: string): Promise<number> => {
  const hub = await Hub.open(settingsFrom({}, folder));
  const head = await hub.events.head();
  await hub.close();
  return Number(head ?? 0n);
};

describe('requests made from the hub’s own OpenAPI document', () => {
  let hub: RunningHub;
  let county: County;
  let known: Known;
  let document: OpenApi;
  let before: number;

  beforeAll(async () => {
    hub = await RunningHub.start(undefined, { SAMSPOR_ACTOR_LIMITS: 'off' });
    county = await foundCounty(hub);
    await nameFixed(county, 'nav');
    const { position } = await nameFixed(county, 'kom');
    before = Number(position);
    const youths: string[] = [];
    for (let youth = 0; youth < 12; youth += 1) youths.push(await enrolledYouth(county));
    before += youths.length * 3;
    known = { youths, agreements: [county.agreementId], tokens: await Promise.all(people.map((person) => tokenOf(hub, person))) };
    document = (await hub.request<OpenApi>('GET', '/api/openapi.json')).body;
  });
  afterAll(() => hub.remove());

  it(`get no 5xx, only problems as errors, no personal value back, and no effect unless accepted (${requests}, seed ${seed})`, async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: connections });
    const all = fc.sample(requestsTo(document, known), { numRuns: requests, seed });
    const faults: { readonly fault: string; readonly request: FuzzRequest; readonly body: string }[] = [];
    const statuses = new Map<number, number>();
    let stored = 0;
    let next = 0;
    const work = async (): Promise<void> => {
      for (let request = all[next++]; request !== undefined; request = all[next++]) {
        const answer = await sendThrough(agent, hub.address, request);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        stored += eventsIn(answer);
        const fault = faultOf(answer);
        if (fault !== undefined) faults.push({ fault, request, body: answer.body.slice(0, 500) });
      }
    };
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: connections }, work));
    agent.destroy();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    process.stdout.write(
      `fuzz: ${requests} requests, seed ${seed}, ${seconds} s, ${JSON.stringify(Object.fromEntries(statuses))}, ${stored} events\n`,
    );

    expect(faults.slice(0, 5)).toEqual([]);
    expect(await hub.stop()).toBe(0);
    expect(leaks(hub.output)).toBe(false);
    expect(await headOf(hub.folder)).toBe(before + stored);
    const answers = [...statuses].toSorted(([one], [other]) => one - other).map(([status, count]) => `${status}: ${count}`);
    if (asked !== undefined) writeResult('fuzz', { seed, requests, 'answers by status': answers.join(', '), 'events stored': stored });
  }, 3_600_000);
});
