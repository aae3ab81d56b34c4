import { join } from 'node:path';
import type { Metadata } from '@samspor/domain';
import { SqliteEventStore, type StoredEvent } from '@samspor/event-store';
import { Sealer, Shredded, SqliteKeyStore, checkWrappingKey } from '@samspor/privacy';
import { youthIdOf } from '@samspor/projections';

const opens = async (sealer: Sealer, { stream, revision, id, type, metadata, sealed }: StoredEvent): Promise<boolean> => {
  if (!sealed) return true;
  const { ownerAgency: owner } = JSON.parse(metadata) as Metadata;
  const place = { subject: youthIdOf(stream) ?? stream, owner, stream, revision, eventId: id, type };
  return !((await sealer.open(place, sealed)) instanceof Shredded);
};

/** Every sealed part in the log opens, acknowledged or not: its key was there before it. */
export const checkKeys = async (data: string): Promise<void> => {
  const store = await SqliteEventStore.open({ directory: data, readOnly: true });
  const keys = await SqliteKeyStore.open(join(data, 'keys.db'), { readOnly: true });
  try {
    const sealer = new Sealer(keys, await checkWrappingKey(join(data, 'wrapping.key'), keys));
    const closed: string[] = [];
    for (const event of await store.readAll(undefined, 10_000_000))
      if (!(await opens(sealer, event))) closed.push(`sealed part ${event.stream} ${event.revision}`);
    expect(closed).toEqual([]);
  } finally {
    await keys.close();
    await store.close();
  }
};
