import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { projectFile } from '@samspor/casework';
import { agreementDecisions, agreementEvents, recordRules, youthDecisions, youthEvents } from '@samspor/domain';
import type { Command } from 'commander';
import { eventsPage } from '../docs/events-page.js';
import { rulesPage } from '../docs/rules-page.js';
import { print } from '../output.js';
import { Refusal, exitCodes } from '../refusal.js';

/** Generated documents by their name in docs/. */
type Pages = Readonly<Record<string, string>>;

const openApi = (): string => {
  const hub = projectFile('dist/apps/hub/src/main.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [hub, '--openapi'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Refusal(`The hub did not print its API (${hub} --openapi). ${stderr}`);
  return stdout;
};

const generate = (): Pages => ({
  'rules.md': rulesPage([
    { name: 'a youth', decisions: youthDecisions, always: recordRules },
    { name: 'an agreement', decisions: agreementDecisions, always: [] },
  ]),
  'events.md': eventsPage([
    { name: 'a youth', events: youthEvents },
    { name: 'an agreement', events: agreementEvents },
  ]),
  'openapi.json': openApi(),
});

const fileOf = (name: string): string => projectFile(`docs/${name}`);

const isStale = ([name, text]: [string, string]): boolean => !existsSync(fileOf(name)) || readFileSync(fileOf(name), 'utf8') !== text;

const writeDocs = ({ check }: { readonly check?: boolean }): void => {
  const stale = Object.entries(generate()).filter(isStale);
  if (check && stale.length > 0) {
    print(`Stale: ${stale.map(([name]) => `docs/${name}`).join(', ')}. Run: npm run docs`);
    process.exitCode = exitCodes.refused;
    return;
  }
  mkdirSync(projectFile('docs'), { recursive: true });
  for (const [name, text] of stale) writeFileSync(fileOf(name), text);
  print(stale.length === 0 ? 'The generated documents are up to date.' : `Wrote ${stale.map(([name]) => `docs/${name}`).join(', ')}.`);
};

/** `samspor docs` */
export const addDocs = (program: Command): void => {
  program
    .command('docs')
    .description('Write docs/rules.md, docs/events.md and docs/openapi.json from the code.')
    .option('--check', 'write nothing, and fail when one of them is stale')
    .addHelpText('after', '\nExample:\n  samspor docs --check')
    .action(writeDocs);
};
