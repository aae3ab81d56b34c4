import { readFileSync } from 'node:fs';
import type { Principal } from '@samspor/access';
import { projectFile } from '@samspor/casework';
import { Refusal } from './refusal.js';

/** The demo's named people, and a file of the same shape for a hub of one's own. */
export const demoPeopleFile = projectFile('deploy/demo/people.json');

type Listed = Principal & { readonly says?: string };

const listIn = (file: string): readonly Listed[] => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as readonly Listed[];
  } catch {
    throw new Refusal(`${file} is no list of people in JSON. The demo's stands in ${demoPeopleFile}.`);
  }
};

/** People as a file lists them; what is said of each besides is left out. */
export const readPeople = (file: string): readonly Principal[] => listIn(file).map(({ says: _, ...person }) => person);
