import { existsSync } from 'node:fs';
import { SqliteViewStore, type ViewStore, views } from '@samspor/projections';
import { type Finding, bad, ok, warn } from './finding.js';

const lagLimit = 10_000n;

const parkedIn = async (store: ViewStore, name: string): Promise<readonly Finding[]> => {
  const live = (await store.generations(name)).find(({ state }) => state === 'live');
  const parked = live ? await store.parked(live) : [];
  return parked.map(({ stream, position, code, since }) =>
    warn(
      'parked',
      `${name} has set aside ${stream} from position ${position} on (${code}, since ${since})`,
      `Correct the view; its new version folds it at the next start. Or, with the hub stopped: samspor replay ${name} ${stream}`,
    ),
  );
};

const standing = async (
  store: ViewStore,
  { name, version }: { readonly name: string; readonly version: number },
  head: bigint,
): Promise<Finding> => {
  const live = (await store.generations(name)).find(({ state }) => state === 'live');
  const lag = head - (live?.checkpoint ?? 0n);
  const says = `${name} is ${lag} events behind${live && live.version !== version ? `, and of version ${live.version} instead of ${version}` : ''}`;
  if (live && live.version > version) return bad('view', says, 'A newer version of the hub has folded it: run that version.');
  if (lag > lagLimit) return warn('view', says, 'Wait, if a hub is running; start one, if not.');
  return ok('view', says);
};

/** Where the views stand, and whom they have set aside. */
export const viewFindings = async (file: string, head: bigint | undefined): Promise<readonly Finding[]> => {
  if (existsSync(`${file}.damaged`))
    return [
      warn('views', `${file} was damaged once, and put aside`, `Check the disk, then remove ${file}.damaged`),
      ...(await ofStore(file, head)),
    ];
  return ofStore(file, head);
};

const ofStore = async (file: string, head: bigint | undefined): Promise<readonly Finding[]> => {
  if (!existsSync(file)) return [ok('views', 'not folded yet; the next start does')];
  const store = await SqliteViewStore.open(file, { readOnly: true });
  try {
    const findings: Finding[] = [];
    for (const view of views) findings.push(await standing(store, view, head ?? 0n), ...(await parkedIn(store, view.name)));
    return findings;
  } finally {
    await store.close();
  }
};
