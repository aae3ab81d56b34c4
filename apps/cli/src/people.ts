import { readFileSync } from 'node:fs';
import type { Principal } from '@samspor/access';
import { projectFile } from '@samspor/casework';

/** The demo's named people, and a file of the same shape for a hub of one's own. */
export const demoPeopleFile = projectFile('deploy/demo/people.json');

/** People as a file lists them; what is said of each besides is left out. */
export const readPeople = (file: string): readonly Principal[] =>
  (JSON.parse(readFileSync(file, 'utf8')) as readonly (Principal & { readonly says?: string })[]).map(({ says: _, ...person }) => person);
