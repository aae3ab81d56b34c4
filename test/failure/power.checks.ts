import { join } from 'node:path';
import { type Reading, SqliteReadLog } from '@samspor/access';
import { SqliteEventStore, type StoredEvent, verify } from '@samspor/event-store';
import { Sealer, SqliteKeyStore, openWrappingKey } from '@samspor/privacy';
import type { Ack } from './power.acks.js';

type AppendAck = Extract<Ack, { readonly stream: string }>;

/** What is wrong after a power cut; nothing, when all that was acknowledged is there and whole. */
type Losses = readonly string[];

const appended = (acks: readonly Ack[]): readonly AppendAck[] => acks.filter((ack): ack is AppendAck => 'stream' in ack);

const ofEvents = (acks: readonly Ack[], events: ReadonlyMap<string, StoredEvent>): Losses =>
  appended(acks).flatMap(({ stream, revision, position, ids }) =>
    ids.flatMap((id, index) => {
      const found = events.get(id);
      const isRight = found?.stream === stream && found.revision === revision - ids.length + 1 + index;
      const isLast = index === ids.length - 1;
      return isRight && (!isLast || String(found.position) === position) ? [] : [`event ${stream} ${revision} ${id}`];
    }),
  );

const ofChains = async (store: SqliteEventStore): Promise<Losses> => {
  const verification = await verify(store);
  return verification.ok ? [] : [`verify: ${verification.problem.kind}: ${verification.problem.says}`];
};

const opens = async (sealer: Sealer, { stream, revision, id, type, sealed }: StoredEvent): Promise<boolean> => {
  if (!sealed) return false;
  const place = { subject: stream, owner: 'OT', stream, revision, eventId: id, type };
  const opened = await Promise.resolve(sealer.open(place, sealed)).catch(() => undefined);
  return opened !== undefined && 'note' in opened && opened.note === `note of ${id}`;
};

const ofKeys = async (directory: string, events: readonly StoredEvent[]): Promise<Losses> => {
  const keys = await SqliteKeyStore.open(join(directory, 'keys.db'));
  try {
    const sealer = new Sealer(keys, await openWrappingKey(join(directory, 'wrapping.key'), keys));
    const losses: string[] = [];
    for (const event of events) if (!(await opens(sealer, event))) losses.push(`sealed part ${event.stream} ${event.revision}`);
    return losses;
  } finally {
    await keys.close();
  }
};

const ofReadings = async (directory: string, acks: readonly Ack[]): Promise<Losses> => {
  const reads = await SqliteReadLog.open(join(directory, 'reads.db'));
  const kept = new Set<string>();
  let before: number | undefined;
  do {
    const page: { readonly readings: readonly Reading[]; readonly next?: number } = await reads.ofActor('ot-kari', before);
    for (const { youthId } of page.readings) kept.add(youthId);
    before = page.next;
  } while (before !== undefined);
  await reads.close();
  return acks.flatMap((ack) => ('youthId' in ack && !kept.has(ack.youthId) ? [`reading of ${ack.youthId}`] : []));
};

/** Opens what the power cut has left, and says what is lost or broken. Every event in the log must open, acknowledged or not. */
export const lossesIn = async (directory: string, acks: readonly Ack[]): Promise<Losses> => {
  const store = await SqliteEventStore.open({ directory });
  try {
    const events = await store.readAll(undefined, 10_000_000);
    const byId = new Map(events.map((event) => [event.id, event]));
    const losses = [...ofEvents(acks, byId), ...(await ofChains(store))];
    return [...losses, ...(await ofKeys(directory, events)), ...(await ofReadings(directory, acks))];
  } finally {
    await store.close();
  }
};
