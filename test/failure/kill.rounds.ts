import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { listColumns } from '@samspor/casework';
import { syntheticIdentityNumber } from '@samspor/domain';
import { type Crash, type Passing, importingPoints, rebuildingPoints, servingPoints, startingPoints } from './kill.points.js';
import type { Campaign } from './kill.campaign.js';
import type { Load } from './kill.clients.js';
import type { Seeded } from './seeded.js';

/** One or more kills, and what leads to them. It finds a hub that runs and leaves one that is dead. */
export interface Round {
  readonly name: string;
  /** Where the hub of this round dies by itself. */
  readonly crash?: Crash;
  readonly run: (campaign: Campaign) => Promise<void>;
}

/** After so many commands every view that fills has documents. */
const enoughForViews = 20;

const elapsed = (ms: number): Promise<unknown> => once(AbortSignal.timeout(ms), 'abort');

const killedWhile = async (campaign: Campaign, dying: (load: Load) => Promise<unknown>): Promise<void> => {
  const load = campaign.load();
  await dying(load);
  await campaign.kill();
  await load.stop();
};

const atRandom = (dice: Seeded): Round => {
  const ms = dice.between(5, 500);
  return { name: 'at random', run: (campaign) => killedWhile(campaign, () => elapsed(ms)) };
};

const atRandomInTheStart = (dice: Seeded): Round => {
  const ms = dice.between(5, 3_000);
  const run = async (campaign: Campaign): Promise<void> => {
    await killedWhile(campaign, () => elapsed(dice.between(5, 500)));
    await campaign.killAtStart(ms);
  };
  return { name: 'at random while it starts', run };
};

const atPoint =
  (dice: Seeded) =>
  ({ name, point, from, to }: Passing): Round => {
    const run = async (campaign: Campaign): Promise<void> => {
      const load = campaign.load();
      await campaign.letDie(name);
      await load.stop();
    };
    return { name, crash: { point, count: dice.between(from, to), armed: false }, run };
  };

const atPointInTheStart =
  (dice: Seeded) =>
  ({ name, point, from, to }: Passing): Round => {
    const run = async (campaign: Campaign): Promise<void> => {
      await killedWhile(campaign, (load) => load.acked(enoughForViews));
      await campaign.dieAtStart(name, { point, count: dice.between(from, to), armed: true });
    };
    return { name, run };
  };

/** Views that have documents in every county. */
const filledViews = ['access', 'trekant', 'acts', 'worklist', 'coordination', 'status-report'] as const;

const beside =
  (dice: Seeded) =>
  ({ name, point, from, to }: Passing): Round => {
    const run = async (campaign: Campaign): Promise<void> => {
      const load = campaign.load();
      await load.acked(enoughForViews);
      const view = dice.pick(filledViews) ?? 'trekant';
      await campaign.dieInCli(name, ['rebuild', view], { point, count: dice.between(from, to), armed: true });
      await load.stop();
      await campaign.check();
      await killedWhile(campaign, () => elapsed(dice.between(5, 500)));
    };
    return { name, run };
  };

const rowsOfList = 90;
const msPerDay = 86_400_000;
const birthdays = 300;
let lists = 0;

/** An OT list of youths whom nobody else registers. */
const list = (): string => {
  const birthDate = new Date(Date.UTC(2005, 0, 1) + (lists++ % birthdays) * msPerDay).toISOString().slice(0, 10);
  const rows = Array.from({ length: rowsOfList * 2 }, (_, n) => ({ n, number: syntheticIdentityNumber(birthDate, n) }))
    .filter(({ number }) => number !== undefined)
    .slice(0, rowsOfList)
    .map(({ n, number }) => [number, `Birk Demo-${n}`, birthDate, '5006', 'quit', '2024-09-02', 'OTOV', '2024-09-20', 'ot-kari']);
  return [listColumns.map(({ labelNb }) => labelNb), ...rows].map((cells) => cells.join(';')).join('\r\n');
};

const inTheImport =
  (dice: Seeded) =>
  ({ name, point, from, to }: Passing): Round => {
    const run = async (campaign: Campaign): Promise<void> => {
      await killedWhile(campaign, () => elapsed(dice.between(5, 500)));
      const file = campaign.writeFile('list.csv');
      writeFileSync(file, list());
      const args = ['import', file, '--as', 'ot-kari'];
      const newYouths = await campaign.meanwhile(async () => {
        for (const last of [to, to - 1]) await campaign.dieInCli(name, args, { point, count: dice.between(from, last), armed: true });
        expect(await campaign.run(...args)).toContain(', 0 bad');
        expect(await campaign.run(...args)).toContain(`0 imported, ${rowsOfList} imported before, 0 bad`);
      });
      expect(newYouths).toBe(rowsOfList);
    };
    return { name, run };
  };

const times = (count: number, make: () => Round): readonly Round[] => Array.from({ length: count }, make);

/** Every crash point once, and kills at random between them, in random order. */
export const roundsFor = (dice: Seeded): readonly Round[] =>
  dice.shuffled([
    ...servingPoints.map(atPoint(dice)),
    ...startingPoints.map(atPointInTheStart(dice)),
    ...rebuildingPoints.map(beside(dice)),
    ...importingPoints.map(inTheImport(dice)),
    ...times(1, () => atRandomInTheStart(dice)),
    ...times(6, () => atRandom(dice)),
  ]);
