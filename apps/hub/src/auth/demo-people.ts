import { readFileSync } from 'node:fs';
import type { Principal } from '@samspor/access';
import { projectFile } from '@samspor/casework';

/** A demo person: a principal, and in one line who that is. */
export type DemoIdentity = Principal & { readonly says: string };

/** The people that a visitor of the demo can be. */
export class DemoPeople {
  constructor(readonly all: readonly DemoIdentity[]) {}

  /** The named people of the demo county (deploy/demo/people.json). */
  static ofCounty(): DemoPeople {
    return new DemoPeople(JSON.parse(readFileSync(projectFile('deploy/demo/people.json'), 'utf8')) as readonly DemoIdentity[]);
  }

  find(id: string): DemoIdentity | undefined {
    return this.all.find((person) => person.id === id);
  }
}
