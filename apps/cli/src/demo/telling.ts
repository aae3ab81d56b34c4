import { type Hub, type Telling, childId, concurrently } from '@samspor/casework';
import { type Actor, Rejected, type YouthCommand } from '@samspor/domain';
import { type DemoYouth, type Step, commandIdOf } from './step.js';

/** A youth with all that happens to them, in the order of the days. */
export interface Told {
  readonly youth: DemoYouth;
  readonly steps: readonly Step[];
}

/** A demo story breaks a rule: a fault of the story. Names no youth. */
export class StoryRefused extends Error {
  override readonly name = 'StoryRefused';
}

/** As many streams at once as share a commit well; in each, a step waits for the one before. */
const AT_ONCE = 64;

/** Tells the stories through the ordinary commands. Stops at the first that is refused. */
export const tellStories = async (hub: Hub, stories: readonly Told[], onStep: () => void): Promise<void> => {
  const today = hub.today();
  await concurrently([...stories.entries()], AT_ONCE, async ([number, { youth, steps }]) => {
    let youthId = await hub.youths.find(youth.identityNumber);
    for (const [index, step] of steps.entries()) {
      const command = { ...step.command, data: { ...step.command.data, on: step.on } } as YouthCommand;
      const telling = tellingOf(hub, step.who, command, { commandId: commandIdOf(youth, step, index), today });
      youthId = await tellStep(hub, youthId, command, telling).catch((error: unknown) => {
        throw error instanceof Rejected ? refusalOf(error, number, step) : error;
      });
      onStep();
    }
  });
};

const refusalOf = ({ rule, remedy }: Rejected, number: number, { command, on, who }: Step): StoryRefused =>
  new StoryRefused(`Story ${number}: ${command.type} by ${who.agency} on ${on} is refused by ${rule.id} ${rule.code}. ${remedy}`);

const tellStep = async (hub: Hub, youthId: string | undefined, command: YouthCommand, telling: Telling): Promise<string | undefined> => {
  if (command.type === 'RegisterYouth') return (await hub.youths.register(command, telling)).youthId;
  if (youthId === undefined) throw new Error(`${command.type} comes before the youth is registered.`);
  await hub.youths.tell(youthId, command, telling);
  return youthId;
};

/** How a step is told: its ids follow from its place in the story. */
export const tellingOf = (
  hub: Hub,
  actor: Actor,
  command: YouthCommand,
  { commandId, today }: Pick<Telling, 'commandId' | 'today'>,
): Telling => ({
  actor,
  commandId,
  correlationId: commandId,
  fingerprint: hub.fingerprint(JSON.stringify(command)),
  newId: childId(commandId, 'new'),
  today,
});
