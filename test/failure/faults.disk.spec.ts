import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { resolve } from 'node:path';
import { temporaryDirectory, type TemporaryDirectory } from '@samspor/sqlite/testing';
import { enrolledYouth, foundCounty, type County } from '../acceptance/county.js';
import type { Answer, Written } from '../acceptance/running-hub.js';
import { HubUnderFault, refusedHub, samspor } from './faults.hub.js';
import { Mounts, canMount } from './faults.mounts.js';

const attempt = { channel: 'phone', outcome: 'no-answer', note: 'x'.repeat(1_000) };
const call = (county: County, youthId: string, key: string) =>
  county.ot.post<Written & { readonly title?: string }>(`/api/youths/${youthId}/record-contact-attempt`, attempt, {
    'idempotency-key': key,
  });

/** Sends commands until one is not stored; the keys of those that were, and the one that was not. */
const untilRefused = async (county: County, youthId: string) => {
  const stored: string[] = [];
  for (;;) {
    const key = randomUUID();
    const answer = await call(county, youthId, key);
    if (answer.status !== 201) return { stored, refused: { key, answer } };
    stored.push(key);
  }
};

const expectGoesOn = async (hub: HubUnderFault, youthId: string, stored: readonly string[], refusedKey: string): Promise<void> => {
  const county = { ot: await hub.as('ot-kari') } as County;
  await hub.untilReady();
  for (const key of stored.slice(-5)) expect((await call(county, youthId, key)).body.repeated).toBe(true);
  const first = await call(county, youthId, refusedKey);
  expect(first.status).toBe(201);
  expect(await call(county, youthId, refusedKey)).toMatchObject({ body: { revision: first.body.revision, repeated: true } });
};

/** What a new connection is answered; undefined when it is closed, or not heard for a second. */
const knock = (address: string): Promise<number | undefined> =>
  new Promise((done) => {
    const request = get(`${address}/live`, { agent: false, timeout: 1_000 }, (response) => {
      response.resume();
      done(response.statusCode);
    });
    request.on('timeout', () => request.destroy()).on('error', () => done(undefined));
  });

/** A youth whom the views have seen: a fault of the disk then cannot keep them from it. */
const knownYouth = async (county: County): Promise<string> => {
  const youthId = await enrolledYouth(county);
  expect((await county.ot.get(`/api/youths/${youthId}/trekant`)).status).toBe(200);
  return youthId;
};

const refused = (answer: Answer<unknown>): void =>
  expect(answer).toMatchObject({
    status: 503,
    body: { type: '/problems/store-unavailable', remedy: expect.stringContaining('Idempotency-Key') },
  });

let directory: TemporaryDirectory;
let hub: HubUnderFault | undefined;
let mounts: Mounts | undefined;

beforeEach(() => (directory = temporaryDirectory()));
afterEach(async () => {
  await hub?.stop();
  await mounts?.close();
  [hub, mounts] = [undefined, undefined];
  directory.remove();
});

if (!canMount)
  process.stdout.write('faults of the disk: full and read-only ones are skipped, since no mounts can be made here (unshare)\n');

(canMount ? describe : describe.skip)('a disk that is full', () => {
  const mounted = async (size: string): Promise<{ readonly data: string; readonly on: Mounts }> => {
    const on = await Mounts.open();
    mounts = on;
    on.run(`mount -t tmpfs -o size=${size} tmpfs ${directory.path}`);
    return { data: directory.file('data'), on };
  };

  it('makes the hub refuse commands and readings, say what to do, and go on after room and a restart', async () => {
    const { data, on } = await mounted('24m');
    hub = await HubUnderFault.start(data, on.launcher);
    const county = await foundCounty(hub);
    const youthId = await knownYouth(county);
    on.run(`dd if=/dev/zero of=${directory.file('ballast')} bs=4096 2>/dev/null || true`);
    const { stored, refused: late } = await untilRefused(county, youthId);
    refused(late.answer);
    expect(await hub.ready()).toMatchObject({
      status: 503,
      body: { detail: expect.stringMatching(/the disk is full. Make room, then restart/) },
    });
    const doctor = samspor(['doctor', '--data', data], on.launcher);
    expect([doctor.code, /bad {3}disk .*\n.*Make room/.test(doctor.says)]).toEqual([1, true]);
    on.run(`rm ${directory.file('ballast')}`);
    expect((await call(county, youthId, randomUUID())).status).toBe(503);
    await hub.stop();
    hub = await HubUnderFault.start(data, on.launcher);
    await expectGoesOn(hub, youthId, stored, late.key);
    expect(samspor(['verify', '--data', data], on.launcher)).toMatchObject({ code: 0 });
  });

  it('refuses a first start, leaves nothing half-written, and lets the next one in', async () => {
    const { data, on } = await mounted('48k');
    expect(await refusedHub(data, on.launcher)).toMatchObject({ code: 1, says: expect.stringMatching(/disk is full: make room/) });
    expect(on.run(`ls ${data}`)).not.toContain('wrapping.key');
    on.run(`mount -o remount,size=24m ${directory.path}`);
    hub = await HubUnderFault.start(data, on.launcher);
    await hub.untilReady();
  });

  it('leaves no half key file behind, wherever in the first start it is full', async () => {
    const { data, on } = await mounted('128k');
    const refusals: string[] = [];
    let files = '';
    // From where there is no room yet for what comes before the key, a page at a time.
    for (let room = 128; room < 1_024 && !/^wrapping\.key$/m.test(files); room += 4) {
      on.run(`rm -rf ${data} && mount -o remount,size=${room}k ${directory.path}`);
      refusals.push((await refusedHub(data, on.launcher)).says);
      files = on.run(`ls ${data}`);
      expect(files).not.toMatch(/^wrapping\.key\./m);
    }
    expect(refusals.filter((says) => /cannot be used: ENOSPC/.test(says))).toHaveLength(1);
  });
});

(canMount ? describe : describe.skip)('a directory that may not be written', () => {
  it('refuses the start with what to do, and lets the hub in when it may be written again', async () => {
    const data = directory.file('data');
    hub = await HubUnderFault.start(data);
    await hub.stop();
    const on = await Mounts.open();
    mounts = on;
    on.run(`mount --bind ${data} ${data} && mount -o remount,bind,ro ${data}`);
    expect(await refusedHub(data, on.launcher)).toMatchObject({
      code: 1,
      says: expect.stringMatching(/cannot be used.*right to read and write/),
    });
    hub = await HubUnderFault.start(data);
    await hub.untilReady();
  });
});

const hasLimits = spawnSync('prlimit', ['--version']).status === 0;
if (!hasLimits) process.stdout.write('faults of the disk: failing ones are skipped, since no limits can be set here (prlimit)\n');
const limit = (pid: number, what: string): void => {
  if (spawnSync('prlimit', ['--pid', String(pid), what]).status !== 0) throw new Error(`prlimit ${what}`);
};

(hasLimits ? describe : describe.skip)('a disk that fails', () => {
  it('stops the writing for good, says so, and goes on after a restart', async () => {
    const data = directory.file('data');
    hub = await HubUnderFault.start(data);
    const county = await foundCounty(hub);
    const youthId = await knownYouth(county);
    limit(hub.pid, '--fsize=4096:unlimited');
    const { stored, refused: late } = await untilRefused(county, youthId);
    refused(late.answer);
    expect(await hub.ready()).toMatchObject({
      status: 503,
      body: { detail: expect.stringMatching(/the disk failed. Check the disk.*restart/) },
    });
    limit(hub.pid, '--fsize=unlimited:unlimited');
    expect((await call(county, youthId, randomUUID())).status).toBe(503);
    await hub.stop();
    hub = await HubUnderFault.start(data);
    await expectGoesOn(hub, youthId, stored, late.key);
  });
});

(hasLimits ? describe : describe.skip)('file handles that are gone', () => {
  it('turn new connections away, stop nobody who is connected, and are forgotten when they are back', async () => {
    hub = await HubUnderFault.start(directory.file('data'));
    const county = await foundCounty(hub);
    const youthId = await knownYouth(county);
    // Fewer than it has open already: it can open nothing more.
    limit(hub.pid, '--nofile=16:');
    const before = await call(county, youthId, randomUUID());
    expect(before.status).toBe(201);
    expect(await knock(hub.address)).toBeUndefined();
    limit(hub.pid, '--nofile=1024:');
    expect(await knock(hub.address)).toBe(200);
    expect((await call(county, youthId, randomUUID())).status).toBe(201);
  });

  it('refuse a start, and say what to raise', async () => {
    const plant = `NODE_OPTIONS=--import=${resolve('test/failure/faults.handles.mjs')}`;
    const { code, says } = await refusedHub(directory.file('data'), ['prlimit', '--nofile=2000', 'env', plant]);
    expect(code).toBe(1);
    expect(says).toMatch(/ulimit -n/);
    hub = await HubUnderFault.start(directory.file('data'));
  });
});
