import { randomBytes, randomUUID } from 'node:crypto';
import type { KeyStore, WrappedKey } from '../key-store.js';

/** What a contract case runs on: every `open` gives a store over the same keys. */
export interface OpenedKeyStores {
  open(): Promise<KeyStore>;
  dispose(): Promise<void>;
}

const aKey = (subject: string, owner: string): WrappedKey => ({ id: randomBytes(16), subject, owner, wrapped: randomBytes(60) });

const textOf = ({ id, subject, owner, wrapped }: WrappedKey): string =>
  [Buffer.from(id).toString('hex'), subject, owner, Buffer.from(wrapped).toString('hex')].join(' ');

const distinct = (values: readonly string[]): number => new Set(values).size;

/** What every key store promises. */
export function keyStoreContract(name: string, prepare: () => OpenedKeyStores): void {
  describe(`key store contract: ${name}`, () => {
    let stores: OpenedKeyStores;
    let store: KeyStore;

    beforeEach(async () => {
      stores = prepare();
      store = await stores.open();
    });

    afterEach(async () => {
      await store.close();
      await stores.dispose();
    });

    it('finds nothing before anything is kept', async () => {
      expect(await store.findKey(randomUUID(), 'NAV')).toBeUndefined();
      expect(await store.findKeyById(randomBytes(16))).toBeUndefined();
      expect(await store.findIdentity(randomBytes(32))).toBeUndefined();
      expect(await store.findCheck()).toBeUndefined();
    });

    it('finds a key by whose it is and by its id', async () => {
      const key = aKey(randomUUID(), 'OT');
      expect(textOf(await store.addKey(key))).toBe(textOf(key));
      const [byPair, byId] = [await store.findKey(key.subject, 'OT'), await store.findKeyById(key.id)];
      expect([byPair && textOf(byPair), byId && textOf(byId)]).toEqual([textOf(key), textOf(key)]);
    });

    it('keeps one key for each owner and each subject', async () => {
      const [first, second] = [randomUUID(), randomUUID()];
      const keys = [aKey(first, 'OT'), aKey(first, 'BV'), aKey(second, 'OT')];
      for (const key of keys) expect(textOf(await store.addKey(key))).toBe(textOf(key));
      expect(await store.findKey(second, 'BV')).toBeUndefined();
    });

    it('lets the first of concurrent keys win', async () => {
      const subject = randomUUID();
      const other = await stores.open();
      const kept = await Promise.all(Array.from({ length: 32 }, (_, n) => (n % 2 ? store : other).addKey(aKey(subject, 'NAV'))));
      expect(distinct(kept.map(textOf))).toBe(1);
      const [winner] = kept;
      const found = await store.findKey(subject, 'NAV');
      expect(found && textOf(found)).toBe(winner && textOf(winner));
      await other.close();
    });

    it('gives an identity to the first who claims it', async () => {
      const index = randomBytes(32);
      const other = await stores.open();
      const holders = await Promise.all(
        Array.from({ length: 32 }, (_, n) => (n % 2 ? store : other).claimIdentity(index, `youth ${String(n)}`)),
      );
      expect(distinct(holders)).toBe(1);
      expect(await store.findIdentity(index)).toBe(holders[0]);
      expect(await store.findIdentity(randomBytes(32))).toBeUndefined();
      await other.close();
    });

    it('belongs to the first wrapping key that claims it', async () => {
      const [first, second] = [randomBytes(32), randomBytes(32)];
      expect(Buffer.from(await store.claimCheck(first)).equals(first)).toBe(true);
      expect(Buffer.from(await store.claimCheck(second)).equals(first)).toBe(true);
    });

    it('keeps everything when it is opened again', async () => {
      const [key, index, check] = [aKey(randomUUID(), 'PPT'), randomBytes(32), randomBytes(32)];
      await store.addKey(key);
      await store.claimIdentity(index, key.subject);
      await store.claimCheck(check);
      await store.close();
      store = await stores.open();
      expect(textOf(await store.addKey(aKey(key.subject, 'PPT')))).toBe(textOf(key));
      expect(await store.findIdentity(index)).toBe(key.subject);
      expect(Buffer.from((await store.findCheck()) ?? []).equals(check)).toBe(true);
    });

    it('keeps its own copy of the bytes', async () => {
      const key = aKey(randomUUID(), 'SCH');
      const kept = textOf(key);
      await store.addKey(key);
      key.wrapped.fill(0);
      const found = await store.findKey(key.subject, 'SCH');
      expect(found && textOf(found)).toBe(kept);
    });
  });
}
