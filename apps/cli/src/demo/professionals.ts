import type { Actor, Agency } from '@samspor/domain';
import { Dice } from './dice.js';
import { demoName } from './names.js';

const seedOf = (text: string): number => [...text].reduce((seed, letter) => (seed * 31 + letter.charCodeAt(0)) >>> 0, 7);

/** Somebody who works at a unit of the demo: always the same for the same unit. */
export const professionalAt = (agency: Agency, unit: string, county?: string): Actor => ({
  id: `${unit}-1`,
  name: demoName(new Dice(seedOf(unit))),
  agency,
  unit,
  role: agency === 'KOM' ? 'contact-person' : 'adviser',
  ...(county !== undefined && { county }),
});
