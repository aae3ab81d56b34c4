import { syntheticIdentityNumber } from '@samspor/domain';
import { type ImportOutcome, importList } from './import-list.js';
import { listColumns } from './list-columns.js';
import { ListRefused } from './list-text.js';
import { type RowOf, aList, kari, listText } from './testing/a-list.js';
import { type OpenedHub, openHub } from './testing/opened-hub.js';

const identityNumber = syntheticIdentityNumber('2008-05-20', 0) ?? '';
let opened: OpenedHub;

const checked = (bytes: Uint8Array): Promise<ImportOutcome> => importList(opened.hub, { bytes, actor: kari, advisers: [], dryRun: true });

beforeAll(async () => {
  opened = await openHub('2026-11-20');
});
afterAll(() => opened.close());

describe('a bad row is reported with line, field and reason', () => {
  const bad: readonly (readonly [string, RowOf, string, string])[] = [
    ['a missing number', { identityNumber: '' }, 'fødselsnummer', 'is missing'],
    ['a number with too few digits', { identityNumber: '2085085006' }, 'fødselsnummer', 'is not eleven digits'],
    ['check digits that do not add up', { identityNumber: '20850850000' }, 'fødselsnummer', 'R71 IDENTITY_NUMBER_INVALID'],
    ['a number that could be somebody’s', { identityNumber: '20450850056' }, 'fødselsnummer', 'R64 REAL_IDENT_IN_TEST'],
    ['a missing name', { name: '' }, 'navn', 'is missing'],
    ['a formula as a name', { name: '=HYPERLINK("http://example.no")' }, 'navn', 'would run as a formula'],
    ['an @ before a name', { name: '@Demo' }, 'navn', 'would run as a formula'],
    ['a name with a NUL', { name: 'Ada\0Demo' }, 'navn', 'holds a NUL'],
    ['a name over two lines', { name: 'Ada\nDemo' }, 'navn', 'line break'],
    ['a name that never ends', { name: 'A'.repeat(121) }, 'navn', 'longer than 120 characters'],
    ['a birth date that is none', { birthDate: '2008-13-01' }, 'fødselsdato', 'no day of the calendar'],
    ['a birth date past the age limit', { birthDate: '1999-05-20' }, 'fødselsdato', 'R01 AGE_OUT_OF_TARGET_GROUP'],
    ['a birth date after enrolment', { birthDate: '2026-10-20' }, 'fødselsdato', 'R75 BIRTH_DATE_IMPOSSIBLE'],
    ['a municipality that is none', { municipality: 'Atlantis' }, 'kommune', 'is no number of four digits'],
    ['a municipality number of another time', { municipality: '1702' }, 'kommune', 'R79 UNKNOWN_MUNICIPALITY_AT_DATE'],
    ['a municipality of another county', { municipality: '0301' }, 'kommune', 'R62 NOT_RESPONSIBLE_COUNTY'],
    ['a reason that is none', { reason: 'lei' }, 'årsak', 'is no enrolment reason'],
    ['a missing enrolment day', { enrolledOn: '' }, 'tilmeldt', 'is missing'],
    ['an enrolment in the future', { enrolledOn: '2026-12-24', status: '', statusOn: '' }, 'tilmeldt', 'R66 FACT_IN_THE_FUTURE'],
    ['a status that is none', { status: 'X' }, 'status', 'is no status code'],
    ['a status that Udir does not know', { status: 'OTXX' }, 'status', 'R07 UNKNOWN_STATUS_CODE_AT_DATE'],
    ['a status without its day', { statusOn: '' }, 'statusdato', 'is missing'],
    ['a status from before enrolment', { statusOn: '2026-08-01' }, 'statusdato', 'before the day of enrolment'],
    ['an adviser whom nobody knows', { adviser: 'Ukjent Person' }, 'rådgiver', 'nobody of OT'],
  ];

  it.each(bad)('%s', async (_what, changes, field, reason) => {
    const outcome = await checked(aList({ identityNumber, ...changes }));
    expect(outcome.bad).toEqual([{ line: 2, field, reason: expect.stringContaining(reason) }]);
    expect(outcome).toMatchObject({ rows: 1, badRows: 1, imported: 0, written: false });
  });

  it('never repeats what stands in the row', async () => {
    const secret = 'Hemmelig';
    const rows = ['identityNumber', 'name', 'birthDate', 'municipality', 'reason', 'status', 'adviser'].map((field) => ({
      [field]: `=${secret}`,
    }));
    const { bad } = await checked(aList(...rows));
    expect(bad.length).toBeGreaterThanOrEqual(rows.length);
    expect(JSON.stringify(bad)).not.toContain(secret);
  });

  it('names every bad field of a row, and the line in the file', async () => {
    const { bad } = await checked(Buffer.from(`${listText({ identityNumber })}\r\n\r\n1;;;;;;;;\r\n`));
    expect(bad.map(({ line, field }) => `${line} ${field}`)).toEqual(
      ['fødselsnummer', 'navn', 'fødselsdato', 'kommune', 'årsak', 'tilmeldt'].map((field) => `4 ${field}`),
    );
  });

  it('a youth who stands in the list twice', async () => {
    const { bad } = await checked(aList({ identityNumber }, { identityNumber, name: 'Ada Demo-Lian' }));
    expect(bad).toEqual([{ line: 3, field: 'fødselsnummer', reason: 'stands in line 2 already' }]);
  });

  it('a row with more cells than the heading', async () => {
    const { bad } = await checked(Buffer.from(`${listText({ identityNumber })};extra`));
    expect(bad).toEqual([{ line: 2, field: 'rad', reason: expect.stringContaining('more cells than the heading') }]);
  });
});

describe('what is read of a list', () => {
  it('Windows-1252, as older spreadsheets write it', async () => {
    const outcome = await checked(Buffer.from(listText({ identityNumber, name: 'Åsne Demo-Bjørkås' }), 'latin1'));
    expect(outcome).toMatchObject({ imported: 1, badRows: 0, encoding: 'windows-1252' });
  });

  it('UTF-8 with a byte order mark, commas, English names and columns that it does not use', async () => {
    const text = listText({ identityNumber, municipality: 'Steinkjer', birthDate: '20.05.2008' });
    const [heading = '', row = ''] = text.split('\r\n');
    const english = heading.replace('fødselsnummer', 'Identity_Number').replace('navn', 'name').replace('rådgiver', 'advisor');
    const bytes = Buffer.from(`﻿${english};telefon\n${row};40000000`.replaceAll(';', ','));
    expect(await checked(bytes)).toMatchObject({ imported: 1, badRows: 0, separator: ',', unusedColumns: [10], encoding: 'utf-8' });
  });

  it('reasons and statuses however they are written', async () => {
    const outcome = await checked(aList({ identityNumber, reason: 'Sluttet i løpet av skoleåret', status: 'otov' }));
    expect(outcome).toMatchObject({ imported: 1, badRows: 0 });
  });
});

describe('what is no list', () => {
  const refused: readonly (readonly [string, Uint8Array, string])[] = [
    ['an empty file', Buffer.from(''), 'The file is empty'],
    ['UTF-16', Buffer.from('﻿fødselsnummer', 'utf16le'), 'UTF-16'],
    ['a heading without birth dates', Buffer.from('fødselsnummer;navn;kommune;årsak;tilmeldt'), 'never read from the number'],
    ['a heading with a column twice', Buffer.from(`${listColumns.map(({ labelNb }) => labelNb).join(';')};navn`), 'stands twice'],
    ['an open quotation mark', Buffer.from(`${listText({ identityNumber })}\n"open;`), 'is not CSV'],
  ];

  it.each(refused)('%s', async (_what, bytes, says) => {
    await expect(checked(bytes)).rejects.toThrow(ListRefused);
    await expect(checked(bytes)).rejects.toThrow(says);
  });
});
