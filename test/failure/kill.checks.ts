import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { childId } from '@samspor/casework';
import { type SavedHead, SqliteEventStore, type StoredEvent, verify } from '@samspor/event-store';
import { openDatabase } from '@samspor/sqlite';
import { type Crowd, sendAgain } from './kill.clients.js';
import type { Entry, Told } from './kill.ledger.js';

const actor = 'ot-kari';
const replayedAcks = 40;
const eventsOf = { registration: 3, attempt: 1 } as const;

/** What the log holds, by the command that led to it. */
type Effects = ReadonlyMap<string, readonly StoredEvent[]>;

/** What was found after a kill. */
export interface Found {
  readonly events: number;
  readonly acked: number;
  readonly unknown: number;
  /** Of the unknown, those that had taken effect. */
  readonly stored: number;
  readonly head: SavedHead;
}

const commandIdOf = ({ intent }: Entry): string => childId(intent.key, `${actor}|${intent.scope}`);

const effectsIn = (events: readonly StoredEvent[]): Effects => {
  const effects = new Map<string, StoredEvent[]>();
  for (const event of events) {
    const { commandId } = JSON.parse(event.metadata) as { readonly commandId: string };
    const effect = effects.get(commandId);
    if (effect) effect.push(event);
    else effects.set(commandId, [event]);
  }
  return effects;
};

const asTold = (effect: readonly StoredEvent[]): Pick<Told, 'events' | 'position' | 'revision'> => ({
  events: effect.map(({ type, id, revision }) => ({ type, eventId: id, revision })),
  position: String(effect.at(-1)?.position),
  revision: effect.at(-1)?.revision ?? -1,
});

const streamOf = ({ intent, told }: Entry): string => `youth-${told?.youthId ?? intent.scope}`;

/** What is wrong with the effect of an acknowledged command: it must be there, once, where the answer says. */
const wrongOfAcked = (entry: Entry, told: Told, effect: readonly StoredEvent[]): string | undefined => {
  const { events, position, revision } = told;
  const isThere = isDeepStrictEqual(asTold(effect), { events, position, revision });
  return isThere && effect.every(({ stream }) => stream === streamOf(entry))
    ? undefined
    : `acknowledged, not there: ${JSON.stringify(told)}`;
};

/** What is wrong with the effect of a command without an answer: it must be there in one piece, or not at all. */
const wrongOfUnknown = ({ intent }: Entry, effect: readonly StoredEvent[]): string | undefined => {
  const [first] = effect;
  const whole = intent.scope === 'youths' ? eventsOf.registration : eventsOf.attempt;
  const isDense = effect.every(({ stream, revision }, index) => stream === first?.stream && revision === first.revision + index);
  return !first || (effect.length === whole && isDense) ? undefined : `${effect.length} of ${whole} events: ${intent.path} ${intent.key}`;
};

const allEvents = async (store: SqliteEventStore): Promise<readonly StoredEvent[]> => store.readAll(undefined, 10_000_000);

/** Every acknowledged command is there once, at its revision; every other one once or not at all; and nothing else is there. */
const expectLedger = (entries: readonly Entry[], effects: Effects, foreign: ReadonlySet<string>): Pick<Found, 'unknown' | 'stored'> => {
  const asked = new Set([...foreign, ...entries.map(commandIdOf)]);
  const unknown = entries.filter(({ told }) => told === undefined);
  const wrong = entries.flatMap((entry) => {
    const effect = effects.get(commandIdOf(entry)) ?? [];
    return (entry.told ? wrongOfAcked(entry, entry.told, effect) : wrongOfUnknown(entry, effect)) ?? [];
  });
  expect(wrong).toEqual([]);
  expect([...effects.keys()].filter((commandId) => !asked.has(commandId))).toEqual([]);
  return { unknown: unknown.length, stored: unknown.filter((entry) => effects.has(commandIdOf(entry))).length };
};

/** The commands and the streams of a log. */
export const logOf = async (data: string): Promise<{ readonly commands: ReadonlySet<string>; readonly streams: ReadonlySet<string> }> => {
  const store = await SqliteEventStore.open({ directory: data, readOnly: true });
  const events = await allEvents(store);
  await store.close();
  return { commands: new Set(effectsIn(events).keys()), streams: new Set(events.map(({ stream }) => stream)) };
};

/** Holds the log against the ledger and verifies its chains, also against the head that was seen before the kill. */
export const checkLog = async (data: string, crowd: Crowd, foreign: ReadonlySet<string>, before?: SavedHead): Promise<Found> => {
  const store = await SqliteEventStore.open({ directory: data, readOnly: true });
  try {
    const verification = await verify(store, before && { against: before });
    if (!verification.ok) throw new Error(`verify: ${verification.problem.kind}: ${verification.problem.says}`);
    const entries = crowd.ledger.entries();
    const counts = expectLedger(entries, effectsIn(await allEvents(store)), foreign);
    return { events: verification.events, acked: entries.length - counts.unknown, ...counts, head: verification.head };
  } finally {
    await store.close();
  }
};

/** Sends again all commands without an answer, and some with one: what was stored answers as the first time, and is not stored again. */
export const checkReplays = async (data: string, address: string, crowd: Crowd): Promise<void> => {
  const store = await SqliteEventStore.open({ directory: data, readOnly: true });
  const effects = effectsIn(await allEvents(store));
  await store.close();
  const entries = crowd.ledger.entries();
  const acked = crowd.dice.shuffled(entries.filter(({ told }) => told !== undefined)).slice(0, replayedAcks);
  for (const entry of [...entries.filter(({ told }) => told === undefined), ...acked]) {
    const { status, text } = await sendAgain(address, crowd.token, entry.intent);
    expect({ status, text: status === 201 ? '' : text }).toEqual({ status: 201, text: '' });
    const told = JSON.parse(text) as Told;
    const effect = effects.get(commandIdOf(entry));
    expect(told.repeated).toBe(effect !== undefined);
    if (effect) expect(told).toMatchObject(asTold(effect));
    if (entry.told) expect(told).toEqual({ ...entry.told, repeated: true });
    else crowd.ledger.acknowledge(0, entry.intent.key, told);
    crowd.youths.set(told.youthId ?? entry.intent.scope, told.position);
  }
};

/** Every body with a youth's data that arrived has its row in the read log. */
export const checkReadLog = async (data: string, crowd: Crowd): Promise<void> => {
  const database = await openDatabase(join(data, 'reads.db'), { synchronous: 'FULL', readOnly: true });
  const rows = database.prepareArrays<readonly [string, number]>('SELECT youth, count(*) FROM readings GROUP BY youth').all();
  database.close();
  const kept = new Map(rows);
  const missing = [...crowd.ledger.received()].filter(([youthId, count]) => (kept.get(youthId) ?? 0) < count);
  expect(missing).toEqual([]);
};
