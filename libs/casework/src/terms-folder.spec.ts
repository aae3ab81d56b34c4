import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFile } from './project-file.js';
import { loadTerms } from './terms-folder.js';

const ours = projectFile('deploy/terms');
const valid = (): Record<string, unknown> => JSON.parse(readFileSync(join(ours, 'trondelag-2024.json'), 'utf8')) as Record<string, unknown>;

const withFiles = (files: Readonly<Record<string, string>>, check: (folder: string) => void): void => {
  const folder = mkdtempSync(join(tmpdir(), 'samspor-terms-'));
  copyFileSync(join(ours, 'terms.schema.json'), join(folder, 'terms.schema.json'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  check(folder);
  rmSync(folder, { recursive: true });
};

describe('terms files', () => {
  it('load by version', () => expect([...loadTerms(ours).keys()].toSorted()).toEqual(['nord-trondelag-2014.1', 'trondelag-2024.1']));

  it('are refused with the file, the field and what it must be', () =>
    withFiles({ 'a.json': JSON.stringify({ ...valid(), informationDays: 'two weeks' }) }, (folder) =>
      expect(() => loadTerms(folder)).toThrow(/a\.json: informationDays must be integer/),
    ));

  it('are refused with an unknown field', () =>
    withFiles({ 'a.json': JSON.stringify({ ...valid(), graceDays: 3 }) }, (folder) =>
      expect(() => loadTerms(folder)).toThrow(/must NOT have additional properties \(graceDays\)/),
    ));

  it('are refused when they are not JSON', () =>
    withFiles({ 'a.json': '{' }, (folder) => expect(() => loadTerms(folder)).toThrow(/a\.json is not JSON/)));

  it('are refused when two files have one version', () =>
    withFiles({ 'a.json': JSON.stringify(valid()), 'b.json': JSON.stringify(valid()) }, (folder) =>
      expect(() => loadTerms(folder)).toThrow(/stands in two files/),
    ));
});
