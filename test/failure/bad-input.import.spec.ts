import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Hub, settingsFrom } from '@samspor/casework';
import { syntheticIdentityNumber } from '@samspor/domain';

const cli = resolve('dist/apps/cli/src/main.js');
const heading = 'fødselsnummer;navn;fødselsdato;kommune;årsak;tilmeldt';
const identityNumber = syntheticIdentityNumber('2008-05-20', 7) ?? '';
const row = (name: string): string => `${identityNumber};${name};2008-05-20;5006;quit;2026-09-01`;
const list = (...rows: readonly string[]): Buffer => Buffer.from([heading, ...rows].join('\r\n'));

const bad: readonly (readonly [string, Buffer, RegExp])[] = [
  ['a quotation mark that is not closed', list(row('"Hemmelig')), /not CSV.*quotation mark.*Nothing was read/s],
  ['a row without end', list(row(`"${'Hemmelig\n'.repeat(3_000)}"`)), /too long|longer/],
  ['no heading', Buffer.from(row('Hemmelig')), /heading lacks/],
  ['a file that is empty', Buffer.from(''), /empty|heading/i],
  ['UTF-16, as a spreadsheet may write it', Buffer.from(`\ufeff${heading}\r\n${row('Hemmelig')}`, 'utf16le'), /UTF-16.*CSV UTF-8/s],
  ['bytes that are no text', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0x81]), /heading|NUL|not CSV/],
  ['a formula in a cell', list(row('=HYPERLINK("http://Hemmelig.no")')), /CSV|formula/],
  ['a formula after a plus', list(row('+Hemmelig')), /navn.*formula/s],
  ['a NUL in a name', list(row('Hemmelig\0Demo')), /navn.*NUL/s],
  ['one bad row among good ones', list(row('Ada Demo-Lian'), row('Hemmelig')), /line 2|stands in/],
];

describe('an OT list that cannot be read is refused whole', () => {
  let folder: string;
  let data: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samspor-lists-'));
    data = join(folder, 'data');
    await (await Hub.open(settingsFrom({}, data))).close();
  });
  afterAll(() => rm(folder, { recursive: true }));

  const importing = async (bytes: Buffer) => {
    const file = join(folder, 'list.csv');
    await writeFile(file, bytes);
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'import', file, '--as', 'ot-kari', '--data', data], {
      encoding: 'utf8',
    });
    return { status, says: `${stdout}${stderr}` };
  };

  const head = async (): Promise<bigint | undefined> => {
    const hub = await Hub.open(settingsFrom({}, data));
    const position = await hub.events.head();
    await hub.close();
    return position;
  };

  it.each(bad)('refuses %s, and stores nothing', async (_what, bytes, says) => {
    const before = await head();
    const refused = await importing(bytes);
    expect(refused.status).not.toBe(0);
    expect(refused.says).toMatch(says);
    expect(refused.says).not.toMatch(/Hemmelig|node_modules|\.js:\d/);
    expect(await head()).toBe(before);
  });

  it('takes a list that is right', async () => {
    const taken = await importing(list(row('Ada Demo-Lian')));
    expect(taken).toMatchObject({ status: 0 });
    expect(await head()).toBeGreaterThan(0n);
  });
});
