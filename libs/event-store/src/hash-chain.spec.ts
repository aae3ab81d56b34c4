import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { genesisHash, recordHash, type HashedEvent } from './hash-chain.js';

const texts = fc.string({ unit: 'grapheme' });
const events: fc.Arbitrary<HashedEvent> = fc.record(
  { id: fc.uuid(), type: texts, data: texts, metadata: texts, sealed: fc.uint8Array() },
  { requiredKeys: ['id', 'type', 'data', 'metadata'] },
);
const links = fc.record({ previous: fc.uint8Array({ minLength: 32, maxLength: 32 }), stream: texts, revision: fc.nat(), event: events });

/** The definition once more, written for reading. */
const asDefined = (previous: Uint8Array, stream: string, revision: number, event: HashedEvent): string => {
  const number = (bytes: 4 | 8, value: number) => Buffer.from(value.toString(16).padStart(bytes * 2, '0'), 'hex');
  const text = (value: string) => Buffer.concat([number(4, Buffer.byteLength(value)), Buffer.from(value)]);
  const sealed = event.sealed ? Buffer.concat([number(4, event.sealed.length), event.sealed]) : number(4, 0xffffffff);
  const fields = [text(stream), number(8, revision), text(event.id), text(event.type), text(event.data), text(event.metadata), sealed];
  return createHash('sha256')
    .update(Buffer.concat([Buffer.of(2), previous, ...fields]))
    .digest('hex');
};

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('the hash chain', () => {
  it('is what its definition says, for any event', () => {
    fc.assert(
      fc.property(links, ({ previous, stream, revision, event }) => {
        expect(hex(recordHash(previous, stream, revision, event))).toBe(asDefined(previous, stream, revision, event));
      }),
    );
  });

  it('begins with a value of its own for each stream', () => {
    expect(hex(genesisHash('youth-1'))).toBe(createHash('sha256').update('\x01youth-1').digest('hex'));
    const event = { id: 'a', type: 'A', data: '{}', metadata: '{}' };
    expect(recordHash(undefined, 'youth-1', 0, event)).toEqual(recordHash(genesisHash('youth-1'), 'youth-1', 0, event));
  });

  it('does not change when the same event is hashed again after a larger one', () => {
    const small = { id: 'a', type: 'A', data: '{}', metadata: '{}' };
    const before = hex(recordHash(undefined, 's', 0, small));
    recordHash(undefined, 's', 0, { ...small, data: 'x'.repeat(1_000_000), sealed: new Uint8Array(100_000) });
    expect(hex(recordHash(undefined, 's', 0, small))).toBe(before);
  });

  it('tells an absent sealed part from an empty one, and a field from its neighbour', () => {
    const event = { id: 'a', type: 'A', data: '{}', metadata: '{}' };
    const hashes = [
      recordHash(undefined, 's', 0, event),
      recordHash(undefined, 's', 0, { ...event, sealed: new Uint8Array() }),
      recordHash(undefined, 's', 0, { ...event, data: '{', metadata: '}{}' }),
      recordHash(undefined, 's', 1, event),
    ];
    expect(new Set(hashes.map(hex)).size).toBe(hashes.length);
  });
});
