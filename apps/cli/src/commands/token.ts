import { DemoTokens } from '@samspor/access';
import type { Command } from 'commander';
import { type DataOption, dataOption, reading } from '../opened-hub.js';
import { print } from '../output.js';
import { demoPeopleFile, readPeople } from '../people.js';
import { Misuse } from '../refusal.js';

const issueToken = async (id: string, options: DataOption): Promise<void> => {
  const people = readPeople(demoPeopleFile);
  const person = people.find((known) => known.id === id);
  if (!person) throw new Misuse(`${id} is nobody of the demo. People: ${people.map((known) => known.id).join(', ')}.`);
  print(await reading(options, ({ tokenKey }) => new DemoTokens(tokenKey).issue(person)));
};

/** `samspor token` */
export const addToken = (program: Command): void => {
  program
    .command('token')
    .description('Print a bearer token for one of the demo people, good for twelve hours, for a hub that runs with --demo.')
    .argument('<person>', 'id, e.g. ot-kari')
    .option(...dataOption)
    .addHelpText('after', '\nExample:\n  curl -H "Authorization: Bearer $(samspor token ot-kari)" localhost:3000/api/worklist')
    .action(issueToken);
};
