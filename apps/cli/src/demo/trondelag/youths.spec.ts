import { Hub, settingsFrom } from '@samspor/casework';
import { type Day, type YouthCommand, Rejected, youthDecider } from '@samspor/domain';
import { temporaryDirectory } from '@samspor/sqlite/testing';
import { concludeAgreement } from '../agreement.js';
import { IdentityNumbers } from '../identity-numbers.js';
import { commandIdOf } from '../step.js';
import { tellingOf } from '../telling.js';
import type { Told } from '../telling.js';
import { agreementOfToday } from './people.js';
import { storiesOfToday } from './youths.js';
import { demoPeopleFile, readPeople } from '../../people.js';

const directory = temporaryDirectory();
const people = new Map(readPeople(demoPeopleFile).map((person) => [person.id, person]));
let today: Day = '2028-12-31';
let hub: Hub;

beforeAll(async () => {
  hub = await Hub.open(settingsFrom({}, directory.path), () => new Date(`${today}T11:00:00Z`));
  await hub.projector.start();
  await concludeAgreement(hub, agreementOfToday(people, today));
}, 120_000);

afterAll(async () => {
  await hub.close();
  directory.remove();
});

/** The rule that refuses a step of the story, if one does. */
const findRefusal = async ({ youth, steps }: Told): Promise<string | undefined> => {
  let state = youthDecider.initial;
  for (const [index, step] of steps.entries()) {
    const command = { ...step.command, data: { ...step.command.data, on: step.on } } as YouthCommand;
    try {
      state = await hub.youths.rehearse(
        state,
        command,
        tellingOf(hub, step.who, command, { commandId: commandIdOf(youth, step, index), today }),
      );
    } catch (error) {
      if (error instanceof Rejected) return `${command.type} on ${step.on}: ${error.message}. ${error.remedy}`;
      throw error;
    }
  }
  return undefined;
};

describe('the stories of today', () => {
  it.each(['2027-04-01', '2027-08-02', '2028-02-29'])(
    'are accepted by every rule when today is %s',
    async (day) => {
      today = day;
      const refusals: string[] = [];
      for (const story of storiesOfToday(people, day, new IdentityNumbers())) {
        const refusal = await findRefusal(story);
        if (refusal !== undefined) refusals.push(refusal);
      }
      expect(refusals).toEqual([]);
    },
    120_000,
  );

  it('are the same each time, each youth with a number of their own', () => {
    const [once, again] = [
      storiesOfToday(people, '2026-11-22', new IdentityNumbers()),
      storiesOfToday(people, '2026-11-22', new IdentityNumbers()),
    ];
    expect(JSON.stringify(again.map(({ steps }) => steps))).toBe(JSON.stringify(once.map(({ steps }) => steps)));
    expect(new Set(once.map(({ youth }) => youth.identityNumber)).size).toBe(once.length);
  }, 60_000);
});
