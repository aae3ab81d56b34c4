import { temporaryDirectory } from '@samspor/sqlite/testing';
import { list } from 'tar';
import { enrolledYouth, foundCounty } from '../acceptance/county.js';
import { HubUnderFault, samspor } from './faults.hub.js';
import { pausedBackup, spawnSamspor } from './backup.cli.js';

interface Manifest {
  readonly counts: { readonly identities: number; readonly streams: number };
}

const manifestIn = async (backup: string): Promise<Manifest> => {
  const parts: Buffer[] = [];
  const keep = (part: Buffer): void => void parts.push(part);
  await list({ file: backup, onReadEntry: (entry) => entry.path === 'manifest.json' && entry.on('data', keep) });
  return JSON.parse(Buffer.concat(parts).toString()) as Manifest;
};

interface Trekant {
  readonly name?: string;
  readonly revision: number;
}

const WRITERS = 4;

/** Writes to youths until it is told to stop; every answer that was given. */
const writing = <Ack>(writers: number, write: (n: number) => Promise<Ack>, signal: AbortSignal): Promise<readonly Ack[]> => {
  const acks: Ack[] = [];
  const writer = async (n: number): Promise<void> => {
    while (!signal.aborted) acks.push(await write(n));
  };
  return Promise.all(Array.from({ length: writers }, (_, n) => writer(n))).then(() => acks);
};

describe('a backup that is taken while the hub is written to', () => {
  it('holds every answer up to its head, is restored elsewhere, and a hub starts on it', async () => {
    const directory = temporaryDirectory();
    const [data, backup, elsewhere] = ['data', 'backup', 'elsewhere'].map(directory.file) as [string, string, string];
    const hub = await HubUnderFault.start(data);
    const county = await foundCounty(hub);
    const youths = await Promise.all(Array.from({ length: WRITERS }, () => enrolledYouth(county)));
    const stop = new AbortController();
    const attempt = { channel: 'phone', outcome: 'no-answer', note: 'Demo-notat' };
    // Enrolling makes keys, which must be in the backup when the events are.
    const enrolling = writing(1, () => enrolledYouth(county), stop.signal);
    const acks = writing(WRITERS, (n) => county.ot.tell(youths[n] ?? '', 'record-contact-attempt', attempt), stop.signal);
    const taken = await spawnSamspor(['backup', backup, '--data', data]);
    const newYouth = await enrolledYouth(county);
    stop.abort();
    const given = await acks;
    await enrolling;
    await hub.stop();
    expect(taken).toMatchObject({ code: 0, says: expect.stringMatching(/The wrapping key is not in it/) });

    const [, events = '', head = ''] = /holds (\d+) events of \d+ streams \(head (\d+)\)/.exec(taken.says) ?? [];
    const held = given.filter(({ position }) => BigInt(position) <= BigInt(head));
    expect([held.length > 0, held.length < given.length]).toEqual([true, true]);
    const restored = samspor(['restore', backup, '--data', elsewhere, '--wrapping-key', `${data}/wrapping.key`]);
    expect(restored).toMatchObject({ code: 0, says: expect.stringContaining(`${events} events`) });

    const again = await HubUnderFault.start(elsewhere);
    await again.untilReady();
    const ot = await again.as('ot-kari');
    for (const youthId of youths) {
      const { body } = await ot.get<Trekant>(`/api/youths/${youthId}/trekant`);
      const last = Math.max(...held.filter((ack) => ack.youthId === youthId).map(({ revision }) => revision));
      expect([body.name?.startsWith('Ada Demo-'), body.revision >= last]).toEqual([true, true]);
    }
    expect((await ot.get(`/api/youths/${newYouth}/trekant`)).status).toBe(404);
    await again.stop();
    expect(samspor(['doctor', '--data', elsewhere])).toMatchObject({ code: 0, says: expect.stringContaining('ok    keys') });
    directory.remove();
  });

  it('has the keys of all its events, also when a youth is enrolled between its files', async () => {
    const directory = temporaryDirectory();
    const [data, backup] = ['data', 'backup'].map(directory.file) as [string, string];
    const hub = await HubUnderFault.start(data);
    const county = await foundCounty(hub);
    await enrolledYouth(county);
    const goOn = await pausedBackup([backup, '--data', data]);
    await enrolledYouth(county);
    const taken = await goOn();
    await hub.stop();
    expect(taken).toMatchObject({ code: 0, says: expect.stringContaining('one file is copied') });
    const { counts } = await manifestIn(backup);
    expect([counts.identities, counts.streams]).toEqual([2, 2]);
    directory.remove();
  });
});
