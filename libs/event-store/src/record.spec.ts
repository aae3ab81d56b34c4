import type { Event, Metadata } from '@samspor/domain';
import fc from 'fast-check';
import { v5 } from 'uuid';
import { recordHash } from './hash-chain.js';
import { canonicalJson } from './record.canonical-json.js';
import { eventIdOf, partsOf, toEvent, toNewEvent, toRecorded } from './record.js';
import { aToySealer, toyCatalogue, type ToyEvent } from './testing/toy-case.js';

const asItIs = (_type: string, _version: number, data: Event['data']): Event['data'] => data;

const metadata: Metadata = {
  occurredOn: '2026-03-10',
  recordedAt: '2026-03-10T08:00:00.000Z',
  actor: { id: 'nav-7', name: 'Kari Veileder', agency: 'NAV', unit: 'nav-0105', role: 'adviser' },
  ownerAgency: 'NAV',
  category: 'contact',
  sensitivity: 'S1',
  lawVersion: 'opl-2023',
  schemaVersion: 1,
  commandId: 'b6ee8e06-0e4c-4d0f-8f0c-1f2e3d4c5b6a',
  fingerprint: 'f',
  correlationId: 'c',
};

const slot = { stream: 'youth-1', subject: 'youth-1', revision: 4, index: 1, previous: new Uint8Array(32) };

describe('an event id', () => {
  it('is the UUID v5 of stream, command id and index', () =>
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(99), (stream, commandId, index) => {
        const name = JSON.stringify([stream, commandId, index]);
        expect(eventIdOf(stream, commandId, index)).toBe(v5(name, '25bdbc59-ad64-4663-affb-49574564660c'));
      }),
    ));

  it('never changes from version to version', () => {
    expect(eventIdOf('youth-1', metadata.commandId, 0)).toBe('2ab18492-c3b2-57fe-b206-8e1a9b8ba25f');
  });
});

describe('canonical JSON', () => {
  it('is read back as what JSON itself makes of the value', () =>
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    ));

  it('is the same text as with all fields sorted one by one, whether they stand in order already or not', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .map(([name, field]) => [name, turned(field)] as const)
          .toReversed(),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('is the same text for equal values in any order', () => {
    const value = { a: 'å', 10: [{ b: null, a: 1 }], 2: 'two', left: undefined };
    expect(canonicalJson(value)).toBe('{"10":[{"a":1,"b":null}],"2":"two","a":"å"}');
  });
});

describe('a stored event', () => {
  const event: ToyEvent = { type: 'Noted', data: { note: 'Solveig', channel: 'sms' } };

  it('holds its personal fields sealed only, and opens at its place', async () => {
    const sealer = aToySealer();
    const stored = await toNewEvent(partsOf(event, toyCatalogue), metadata, slot, sealer);
    expect(stored).toMatchObject({ id: eventIdOf('youth-1', metadata.commandId, 1), type: 'Noted', data: '{"channel":"sms"}' });
    expect(JSON.stringify({ ...stored, sealed: Buffer.from(stored.sealed ?? []).toString('latin1') })).not.toContain('Solveig');
    const place = { subject: 'youth-1', owner: 'NAV', stream: 'youth-1', revision: 4, eventId: stored.id, type: 'Noted' };
    expect(await sealer.open(place, stored.sealed ?? new Uint8Array())).toEqual({ note: 'Solveig' });
  });

  it('has no sealed part when it has no personal field', async () => {
    const plain: ToyEvent = { type: 'Noted', data: { channel: 'sms' } };
    expect(await toNewEvent(partsOf(plain, toyCatalogue), metadata, slot, aToySealer())).not.toHaveProperty('sealed');
  });

  it('is chained to the one before it', async () => {
    const { hash, ...record } = await toNewEvent(partsOf(event, toyCatalogue), metadata, slot, aToySealer());
    expect(hash).toEqual(recordHash(slot.previous, 'youth-1', 4, record));
  });

  it('is read as it was written, in the shape of today', async () => {
    const stored = await toNewEvent(partsOf(event, toyCatalogue), metadata, slot, aToySealer());
    const at = { ...stored, stream: 'youth-1', revision: 4, position: 9n };
    const recorded = toRecorded<ToyEvent>(at, asItIs);
    expect(recorded).toEqual({
      id: at.id,
      stream: 'youth-1',
      revision: 4,
      position: 9n,
      type: 'Noted',
      data: { channel: 'sms' },
      metadata,
      sealed: at.sealed,
    });
    const newer = toRecorded<ToyEvent>(at, (type, version, data) => ({ ...data, channel: `${type} v${String(version)}` }));
    expect(toEvent(newer)).toEqual({ type: 'Noted', data: { channel: 'Noted v1' } });
  });
});
