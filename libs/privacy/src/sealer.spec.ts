import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { InMemoryKeyStore } from './adapters/in-memory.key-store.js';
import type { WrappedKey } from './key-store.js';
import { SealBroken, Shredded, type Personal, type Place } from './sealed.js';
import { Sealer } from './sealer.js';
import { WrappingKey } from './wrapping-key.js';

const secret = randomBytes(32);
const aSealer = (store = new InMemoryKeyStore(), wrappingKey = new WrappingKey(secret), cacheSize = 100): Sealer =>
  new Sealer(store, wrappingKey, cacheSize);

const aPlace = (place: Partial<Place> = {}): Place => ({
  subject: randomUUID(),
  owner: 'NAV',
  stream: `youth-${randomUUID()}`,
  revision: 3,
  eventId: randomUUID(),
  type: 'ContactAttempted',
  ...place,
});

const places: fc.Arbitrary<Place> = fc.record({
  subject: fc.uuid(),
  owner: fc.constantFrom('OT', 'NAV', 'PPT', 'BV', 'KOM', 'SCH'),
  stream: fc.string(),
  revision: fc.nat(),
  eventId: fc.uuid(),
  type: fc.string(),
});

const personals: fc.Arbitrary<Personal> = fc
  .dictionary(fc.string(), fc.jsonValue())
  .map((personal) => JSON.parse(JSON.stringify(personal)) as Personal);

const opening = async (sealer: Sealer, place: Place, sealed: Uint8Array): Promise<unknown> => sealer.open(place, sealed);

const note = { note: 'Bestemor heter Solveig Åsnes', phone: '+47 900 00 000' };

/** Keys that can be destroyed, as an erasure does. */
class ShreddingKeyStore extends InMemoryKeyStore {
  #shredded = false;

  shred(): void {
    this.#shredded = true;
  }

  override async findKey(subject: string, owner: string): Promise<WrappedKey | undefined> {
    return this.#shredded ? undefined : super.findKey(subject, owner);
  }

  override async findKeyById(id: Uint8Array): Promise<WrappedKey | undefined> {
    return this.#shredded ? undefined : super.findKeyById(id);
  }
}

describe('a sealed part', () => {
  it('opens at its place, with the key at hand or not', () =>
    fc.assert(
      fc.asyncProperty(places, personals, async (place, personal) => {
        const store = new InMemoryKeyStore();
        const sealer = aSealer(store);
        const sealed = await sealer.seal(place, personal);
        expect(await sealer.open(place, sealed)).toEqual(personal);
        expect(await aSealer(store).open(place, sealed)).toEqual(personal);
      }),
    ));

  it('opens at no other place', () =>
    fc.assert(
      fc.asyncProperty(places, places, fc.boolean(), async (place, other, keyAtHand) => {
        const store = new InMemoryKeyStore();
        const sealer = aSealer(store);
        const sealed = await sealer.seal(place, note);
        const changes = Object.entries(other).filter(([field, value]) => value !== place[field as keyof Place]);
        for (const change of changes) {
          const elsewhere = { ...place, ...Object.fromEntries([change]) };
          // The other subject and owner have keys of their own; nothing must open by them either.
          await sealer.seal(elsewhere, note);
          await expect(opening(keyAtHand ? sealer : aSealer(store), elsewhere, sealed)).rejects.toThrow(SealBroken);
        }
      }),
    ));

  it('tells apart fields that only read alike when they are joined', async () => {
    const sealer = aSealer();
    const place = aPlace({ stream: 'youth-1', eventId: '2', revision: 11 });
    const sealed = await sealer.seal(place, note);
    await expect(opening(sealer, { ...place, stream: 'youth-11', revision: 1 }, sealed)).rejects.toThrow(SealBroken);
  });

  it('does not open when any bit of it is flipped', async () => {
    const [store, place] = [new InMemoryKeyStore(), aPlace()];
    const sealer = aSealer(store);
    const sealed = await sealer.seal(place, note);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = Uint8Array.from(sealed, (byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      await expect(opening(sealer, place, flipped)).rejects.toThrow(SealBroken);
      await expect(opening(aSealer(store), place, flipped)).rejects.toThrow(SealBroken);
    }
  }, 30_000);

  it('does not open when it is cut or empty', async () => {
    const [sealer, place] = [aSealer(), aPlace()];
    const sealed = await sealer.seal(place, note);
    for (let length = 0; length < sealed.length; length += 1) {
      await expect(opening(sealer, place, sealed.subarray(0, length))).rejects.toThrow(SealBroken);
    }
  });

  it('is never the same twice and shows nothing of the text', async () => {
    const [sealer, place] = [aSealer(), aPlace()];
    const [first, second] = [await sealer.seal(place, note), await sealer.seal(place, note)];
    expect(Buffer.compare(first, second)).not.toBe(0);
    expect(Buffer.from(first).includes('Solveig')).toBe(false);
  });

  it('tells its length in steps of 256 bytes only', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 600 }), async (text) => {
        const sealed = await aSealer().seal(aPlace(), { text });
        const plain = Buffer.byteLength(JSON.stringify({ text }));
        expect(sealed.length).toBe(1 + 16 + 12 + 16 + Math.ceil(plain / 256) * 256);
      }),
    ));
});

describe('a data key', () => {
  it('is one for each subject and owner, also when many seal at once', async () => {
    const [store, subject] = [new InMemoryKeyStore(), randomUUID()];
    const sealers = [aSealer(store), aSealer(store)];
    const seals = (owner: string): Promise<Uint8Array[]> =>
      Promise.all(Array.from({ length: 40 }, async (_, n) => (sealers[n % 2] ?? aSealer(store)).seal(aPlace({ subject, owner }), note)));
    const idsOf = (sealed: readonly Uint8Array[]): Set<string> =>
      new Set(sealed.map((part) => Buffer.from(part.subarray(1, 17)).toString('hex')));
    const [nav, bv] = [idsOf(await seals('NAV')), idsOf(await seals('BV'))];
    expect([nav.size, bv.size, new Set([...nav, ...bv]).size]).toEqual([1, 1, 2]);
  });

  it('is kept before anything sealed under it is given', async () => {
    const [store, place] = [new InMemoryKeyStore(), aPlace()];
    const sealed = await aSealer(store).seal(place, note);
    expect(await store.findKeyById(sealed.subarray(1, 17))).toMatchObject({ subject: place.subject, owner: place.owner });
  });

  it('is never given to a caller when keeping it fails', async () => {
    const store = new (class extends InMemoryKeyStore {
      override addKey(): Promise<WrappedKey> {
        return Promise.reject(new Error('disk full'));
      }
    })();
    const [sealer, place] = [aSealer(store), aPlace()];
    await expect(Promise.resolve(sealer.seal(place, note))).rejects.toThrow('disk full');
    await expect(Promise.resolve(sealer.seal(place, note))).rejects.toThrow('disk full');
  });

  it('works also when it no longer fits among those at hand', async () => {
    const sealer = aSealer(new InMemoryKeyStore(), new WrappingKey(secret), 2);
    const parts = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const place = aPlace();
        return { place, sealed: await sealer.seal(place, note) };
      }),
    );
    for (const { place, sealed } of parts) expect(await sealer.open(place, sealed)).toEqual(note);
  });

  it('leaves Shredded behind when it is destroyed', async () => {
    const [store, place] = [new ShreddingKeyStore(), aPlace()];
    const sealed = await aSealer(store).seal(place, note);
    store.shred();
    expect(await aSealer(store).open(place, sealed)).toBeInstanceOf(Shredded);
  });

  it('cannot be used with another wrapping key, nor for another holder', async () => {
    const [store, place] = [new InMemoryKeyStore(), aPlace()];
    const sealed = await aSealer(store).seal(place, note);
    await expect(opening(aSealer(store, new WrappingKey(randomBytes(32))), place, sealed)).rejects.toThrow(SealBroken);
    const moved = new InMemoryKeyStore();
    const key = await store.findKeyById(sealed.subarray(1, 17));
    if (key) await moved.addKey({ ...key, owner: 'BV' });
    await expect(opening(aSealer(moved), { ...place, owner: 'BV' }, sealed)).rejects.toThrow(SealBroken);
  });
});
