import { randomUUID } from 'node:crypto';
import { type NewEvent, SqliteEventStore, recordHash } from '@samspor/event-store';

const metadata = JSON.stringify({
  schemaVersion: 1,
  commandId: 'c',
  correlationId: 'c',
  actor: { id: 'ot-kari', agency: 'OT' },
  ownerAgency: 'OT',
  recordedAt: '2026-03-10T09:00:00Z',
  occurredOn: '2026-03-10',
});

/** Appends an event that says nothing to the end of a stream, chained as the hub does it. */
export const appendTo = async (events: SqliteEventStore, stream: string): Promise<bigint> => {
  const past = await events.read(stream);
  const event: Omit<NewEvent, 'hash'> = {
    id: randomUUID(),
    type: 'ContactEstablished',
    data: '{"channel":"phone","on":"2026-03-10","with":"youth"}',
    metadata,
  };
  const hash = recordHash(past.at(-1)?.hash, stream, past.length, event);
  return (await events.append(stream, past.length === 0 ? 'no-stream' : past.length - 1, [{ ...event, hash }])).position;
};
