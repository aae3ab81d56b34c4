import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hub } from './hub.js';
import { projectFile } from './project-file.js';
import { settingsFrom } from './settings.js';
import { loadTerms } from './terms-folder.js';

const signing = (county: string, from: string, to: string, version: string) => {
  const terms = loadTerms(projectFile('deploy/terms')).get(version);
  if (terms === undefined) throw new Error(`no terms ${version}`);
  return {
    type: 'SignAgreement',
    data: { county, parties: ['OT', 'NAV', 'KOM'], level: 'operational', from, to, terms, on: from },
  } as const;
};

describe('the terms that hold for a municipality', () => {
  let folder: string;
  let hub: Hub;

  // The projector is never started: the views know of no agreement, as in the moment after one is signed.
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samspor-agreements-'));
    hub = await Hub.open(settingsFrom({}, folder));
  });
  afterEach(async () => {
    await hub.close();
    await rm(folder, { recursive: true });
  });

  const sign = (...agreement: Parameters<typeof signing>) => {
    const commandId = randomUUID();
    const actor = { id: 'avtale-jon', name: 'Jon Demo-Myhre', agency: 'ADM', unit: 'avtale-50', role: 'agreement-party' } as const;
    const telling = { actor, commandId, correlationId: commandId, fingerprint: commandId, newId: randomUUID(), today: hub.today() };
    return hub.agreements.tell(randomUUID(), signing(...agreement), telling);
  };
  const versionFor = async (municipality: string, on: string) => (await hub.agreements.termsFor(municipality, on)).terms.version;

  it('are those of an agreement at once, also after another county has signed', async () => {
    await sign('50', '2024-08-01', '2027-12-31', 'trondelag-2024.1');
    await sign('17', '2014-08-01', '2016-12-31', 'nord-trondelag-2014.1');
    expect(await versionFor('5006', '2025-03-10')).toBe('trondelag-2024.1');
    expect(await versionFor('1702', '2015-03-10')).toBe('nord-trondelag-2014.1');
  });

  it('are kept when the same county signs a second agreement, and when the views tell of a change', async () => {
    await sign('50', '2024-08-01', '2025-12-31', 'trondelag-2024.1');
    await sign('50', '2026-01-01', '2027-12-31', 'nord-trondelag-2014.1');
    hub.agreements.forget();
    expect(await versionFor('5006', '2025-03-10')).toBe('trondelag-2024.1');
    expect(await versionFor('5006', '2026-03-10')).toBe('nord-trondelag-2014.1');
  });

  it('are the defaults where nobody has signed', async () => expect(await versionFor('3401', '2025-03-10')).toBe('default-1'));
});
