import type { Dice } from './dice.js';

const firstNames = [
  'Ada', 'Aksel', 'Amalie', 'Anders', 'Asta', 'Aurora', 'Birk', 'Brage', 'Dina', 'Edvard', 'Eira', 'Eline', 'Elias', 'Embla', 'Erle',
  'Even', 'Fillip', 'Frida', 'Gard', 'Guro', 'Hedda', 'Henrik', 'Ingrid', 'Iver', 'Jenny', 'Jonas', 'Julie', 'Kaja', 'Kasper', 'Lars',
  'Lea', 'Linnea', 'Live', 'Ludvig', 'Magnus', 'Maja', 'Marius', 'Mathea', 'Mikkel', 'Nora', 'Odin', 'Oda', 'Oskar', 'Pia', 'Ragna',
  'Runa', 'Sander', 'Sara', 'Selma', 'Sigurd', 'Sondre', 'Tale', 'Tiril', 'Trym', 'Tuva', 'Ulrik', 'Vetle', 'Vilde', 'Ylva', 'Åsne',
] as const;

const lastNames = [
  'Aas', 'Aune', 'Bakken', 'Berg', 'Bjerkan', 'Brenne', 'Dahl', 'Eide', 'Elden', 'Fagerli', 'Fossum', 'Grande', 'Haugen', 'Hegge',
  'Heimdal', 'Hofstad', 'Holm', 'Kvam', 'Lian', 'Lund', 'Løvås', 'Moen', 'Myhre', 'Nordvik', 'Opdal', 'Rostad', 'Rønning', 'Sagen',
  'Sand', 'Skei', 'Solberg', 'Storli', 'Sunde', 'Tangen', 'Tronstad', 'Ulset', 'Vang', 'Vik', 'Wold', 'Ystad', 'Øvre', 'Åsen',
] as const;

/** A name that nobody can take for a real person's. */
export const demoName = (dice: Dice): string => `${dice.pick(firstNames)} Demo-${dice.pick(lastNames)}`;
