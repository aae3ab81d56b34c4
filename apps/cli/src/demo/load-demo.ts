import { type Hub, type ImportProgress, importList } from '@samspor/casework';
import type { Actor } from '@samspor/domain';
import { concludeAgreement } from './agreement.js';
import { IdentityNumbers } from './identity-numbers.js';
import { historyOf } from './nord-trondelag/histories.js';
import { listOf2014 } from './nord-trondelag/list.js';
import { agreementOf2014 } from './nord-trondelag/people.js';
import { historicalYouths } from './nord-trondelag/youths.js';
import { StoryRefused, tellStories } from './telling.js';
import { agreementOfToday } from './trondelag/people.js';
import { storiesOfToday } from './trondelag/youths.js';

/** How the loading of the demo goes on. */
export interface DemoProgress {
  /** Begins a part of the work that takes so many steps. */
  begin(what: string, steps: number): void;
  step(done: number): void;
}

/** What the demo county holds. */
export interface DemoLoaded {
  readonly historicalYouths: number;
  readonly youthsOfToday: number;
  readonly steps: number;
}

const VIEWS_MS = 120_000;

/**
 * Loads both demo counties into an empty hub whose projector runs: agreements, the OT list of 2014 by import, and all that happened
 * to everybody by ordinary commands. Throws StoryRefused when a rule refuses any of it. The views show all when it ends.
 */
export const loadDemo = async (hub: Hub, people: readonly Actor[], progress: DemoProgress): Promise<DemoLoaded> => {
  const byId = new Map(people.map((person) => [person.id, person]));
  const adviser = byId.get('ot-2015');
  if (!adviser) throw new StoryRefused('The demo people have no ot-2015, who keeps the list of Nord-Trøndelag.');
  const today = hub.today();
  const numbers = new IdentityNumbers();
  const historical = historicalYouths(adviser, numbers);
  progress.begin('Agreements', 2);
  await concludeAgreement(hub, agreementOf2014(adviser));
  progress.step(1);
  await concludeAgreement(hub, agreementOfToday(byId, today));
  await importListOf2014(hub, adviser, Buffer.from(listOf2014(historical)), progress);
  const stories = [...historical.map((youth) => historyOf(youth, today)), ...storiesOfToday(byId, today, numbers)];
  const steps = stories.reduce((sum, story) => sum + story.steps.length, 0);
  progress.begin('Stories', steps);
  let told = 0;
  await tellStories(hub, stories, () => progress.step(++told));
  await shown(hub, progress);
  return { historicalYouths: historical.length, youthsOfToday: stories.length - historical.length, steps };
};

const importListOf2014 = async (hub: Hub, actor: Actor, bytes: Uint8Array, progress: DemoProgress): Promise<void> => {
  let phase: ImportProgress['phase'] | undefined;
  const onProgress = ({ phase: now, done, of }: ImportProgress): void => {
    if (now !== phase) progress.begin(now === 'checking' ? 'Checking the list of 2014' : 'Importing the list of 2014', of);
    phase = now;
    progress.step(done);
  };
  const { bad, written } = await importList(hub, { bytes, actor, advisers: [], onProgress });
  const [first] = bad;
  if (first) throw new StoryRefused(`The list of 2014, line ${first.line}: ${first.field} ${first.reason}`);
  if (!written) throw new StoryRefused('The list of 2014 was not imported.');
};

const shown = async (hub: Hub, progress: DemoProgress): Promise<void> => {
  progress.begin('Views', 1);
  const head = await hub.events.head();
  if (head !== undefined && !(await hub.seen(head, VIEWS_MS)))
    throw new StoryRefused('The views did not show everything within two minutes.');
  progress.step(1);
};
