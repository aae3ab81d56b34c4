import type { Indexes, View } from '../view.js';
import { type Change, type Commit, type Generation, type Parked, Superseded, type ViewStore } from '../view-store.js';

interface Card {
  readonly name: string;
  readonly units: readonly string[];
}

const cards: View<Card> = {
  name: 'cards',
  version: 1,
  keys: () => [],
  reduce: (card) => card,
  indexes: ({ units }) => ({ unit: units }),
};

const change = (doc: Card | undefined, before: Indexes = {}, position = 1n): Change => ({
  doc,
  position,
  indexes: doc ? { unit: doc.units } : {},
  indexesBefore: before,
});

const commit = (documents: Readonly<Record<string, Change>>, rest: Partial<Commit> = {}): Commit => ({
  after: undefined,
  checkpoint: undefined,
  documents: new Map(Object.entries(documents)),
  parked: [],
  unparked: [],
  ...rest,
});

const card = (name: string, ...units: readonly string[]): Card => ({ name, units });

/** What every view store keeps to. */
export const viewStoreContract = (name: string, open: () => Promise<ViewStore>): void => {
  describe(`view store: ${name}`, () => {
    let store: ViewStore;
    let live: Generation;

    const keysOf = async (value: string) => (await store.find(cards, { field: 'unit', value, limit: 10 })).documents.map(({ key }) => key);

    beforeEach(async () => {
      store = await open();
      live = await store.begin(cards.name, 1);
      await store.swap(live);
    });

    afterEach(() => store.close());

    describe('documents', () => {
      it('reads nothing that is not there', async () => {
        expect(await store.get(cards, 'a')).toBeUndefined();
        expect(await store.getMany(cards, ['a'])).toEqual(new Map());
        expect(await store.range(cards, { from: '', to: '~', limit: 10 })).toEqual({ documents: [] });
      });

      it('reads back what was committed, with the order of its fields', async () => {
        const doc = { units: ['u', 'æ \u2028 "'], name: 'Ærlig', more: { b: null, a: [1.5, true] } };
        await store.commit(live, commit({ a: change(doc) }));
        expect(JSON.stringify(await store.get(cards, 'a'))).toBe(JSON.stringify(doc));
        expect(await store.getMany(cards, ['b', 'a'])).toEqual(new Map([['a', doc]]));
      });

      it('tells how far a document has seen, also past 2^53', async () => {
        const position = 2n ** 53n + 1n;
        await store.commit(live, commit({ a: change(card('A'), {}, position) }, { checkpoint: position }));
        expect(await store.load(live, ['a', 'b'])).toEqual(new Map([['a', { doc: card('A'), position }]]));
        expect(await store.checkpoint(cards.name)).toBe(position);
      });

      it('replaces and removes', async () => {
        await store.commit(live, commit({ a: change(card('A', 'u')), b: change(card('B', 'u')) }));
        await store.commit(live, commit({ a: change(card('A2', 'v'), { unit: ['u'] }), b: change(undefined, { unit: ['u'] }) }));
        expect(await store.get(cards, 'a')).toEqual(card('A2', 'v'));
        expect(await store.get(cards, 'b')).toBeUndefined();
        expect([await keysOf('u'), await keysOf('v')]).toEqual([[], ['a']]);
      });

      it('hands out documents that nobody else holds', async () => {
        await store.commit(live, commit({ a: change(card('A')) }));
        Object.assign((await store.get(cards, 'a')) ?? {}, { name: 'changed' });
        expect(await store.get(cards, 'a')).toEqual(card('A'));
      });

      it('shows whoever looks what was committed last', async () => {
        expect(await store.look(cards, 'a')).toBeUndefined();
        for (const doc of [card('A', 'u'), card('B'), undefined, card('C')]) {
          await store.commit(live, commit({ a: change(doc) }));
          expect(await store.look(cards, 'a')).toEqual(doc);
          expect(await store.look(cards, 'a')).toEqual(await store.get(cards, 'a'));
        }
      });

      it('shows whoever looks what a commit changed of a build that was swapped in', async () => {
        await store.commit(live, commit({ a: change(card('A')) }));
        await store.look(cards, 'a');
        const next = await store.begin(cards.name, 2);
        await store.commit(next, commit({ a: change(card('B')) }));
        expect(await store.look(cards, 'a')).toEqual(card('A'));
        await store.swap(next);
        expect(await store.look(cards, 'a')).toEqual(card('B'));
        await store.commit(next, commit({ a: change(card('C')) }));
        expect(await store.look(cards, 'a')).toEqual(card('C'));
        const [found] = await store.generations(cards.name);
        if (found) await store.commit(found, commit({ a: change(card('D')) }));
        expect(await store.look(cards, 'a')).toEqual(card('D'));
      });

      it('keeps views apart', async () => {
        await store.commit(live, commit({ a: change(card('A', 'u')) }));
        const others = { ...cards, name: 'others' };
        expect(await store.get(others, 'a')).toBeUndefined();
        expect(await store.count(others, { field: 'unit', value: 'u' })).toBe(0);
      });
    });

    describe('finding and ranges', () => {
      beforeEach(async () => {
        const all = Object.fromEntries(['d', 'a', 'c', 'b', 'e'].map((key) => [key, change(card(key, 'u', key === 'c' ? 'v' : 'w'))]));
        await store.commit(live, commit(all));
      });

      it('finds by index in order of the keys, a page at a time', async () => {
        const first = await store.find(cards, { field: 'unit', value: 'u', limit: 2 });
        expect(first).toEqual({ documents: ['a', 'b'].map((key) => ({ key, doc: card(key, 'u', 'w') })), next: 'b' });
        const rest = await store.find(cards, { field: 'unit', value: 'u', afterKey: 'b', limit: 3 });
        expect([rest.documents.map(({ key }) => key), rest.next]).toEqual([['c', 'd', 'e'], undefined]);
      });

      it('counts what it finds', async () => {
        expect(await store.count(cards, { field: 'unit', value: 'w' })).toBe(4);
        expect(await store.count(cards, { field: 'unit', value: 'x' })).toBe(0);
        expect(await store.count(cards, { field: 'other', value: 'w' })).toBe(0);
      });

      it.each([
        ['up', { from: 'b', to: 'd', limit: 2 }, ['b', 'c'], 'c'],
        ['on from a key', { from: 'b', to: 'd', afterKey: 'c', limit: 2 }, ['d'], undefined],
        ['down', { from: 'b', to: 'd', limit: 2, descending: true }, ['d', 'c'], 'c'],
        ['on down from a key', { from: 'b', to: 'd', afterKey: 'c', limit: 2, descending: true }, ['b'], undefined],
      ])('reads a range %s', async (_direction, range, keys, next) => {
        const page = await store.range(cards, range);
        expect([page.documents.map(({ key }) => key), page.next]).toEqual([keys, next]);
      });
    });

    describe('commits', () => {
      it('stores documents, checkpoint and parked streams together or not at all', async () => {
        const parked: Parked = { stream: 'youth-1', position: 4n, code: 'FOLD_FAILED', since: '2026-03-10T09:00:00.000Z' };
        await store.commit(live, commit({ a: change(card('A')) }, { checkpoint: 5n }));
        const late = commit({ a: change(card('late', 'u')), b: change(card('B')) }, { after: 4n, checkpoint: 6n, parked: [parked] });
        await expect(store.commit(live, late)).rejects.toThrow(Superseded);
        expect([await store.get(cards, 'a'), await store.get(cards, 'b')]).toEqual([card('A'), undefined]);
        expect([await store.checkpoint(cards.name), await store.parked(live), await keysOf('u')]).toEqual([5n, [], []]);
      });

      it('lets only one of two move a view on', async () => {
        const both = [1, 2].map((name) => store.commit(live, commit({ a: change(card(String(name))) }, { checkpoint: 1n })));
        const outcomes = await Promise.allSettled(both);
        expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      });

      it('takes commits of several builds, and what is refused takes no other with it', async () => {
        const others = { ...cards, name: 'others' };
        const build = await store.begin(others.name, 1);
        await store.swap(build);
        const [refused, stored] = store.commitAll([
          { generation: live, commit: commit({ a: change(card('late')) }, { after: 4n, checkpoint: 5n }) },
          { generation: build, commit: commit({ a: change(card('A')) }, { checkpoint: 5n }) },
        ]);
        await expect(refused).rejects.toThrow(Superseded);
        await expect(stored).resolves.toBeUndefined();
        expect([await store.get(cards, 'a'), await store.get(others, 'a')]).toEqual([undefined, card('A')]);
        expect([await store.checkpoint(cards.name), await store.checkpoint(others.name)]).toEqual([undefined, 5n]);
      });

      it('remembers which streams are set aside until they are not', async () => {
        const parked = (position: bigint): Parked => ({
          stream: 'youth-1',
          position,
          code: 'UNREADABLE_EVENT',
          since: '2026-03-10T09:00:00.000Z',
        });
        await store.commit(live, commit({}, { parked: [parked(4n)] }));
        await store.commit(live, commit({}, { parked: [parked(7n)] }));
        expect(await store.parked(live)).toEqual([parked(7n)]);
        await store.commit(live, commit({}, { unparked: ['youth-1'] }));
        expect(await store.parked(live)).toEqual([]);
      });
    });

    describe('generations', () => {
      it('builds beside the live one and swaps', async () => {
        await store.commit(live, commit({ a: change(card('old', 'u')), b: change(card('B', 'u')) }, { checkpoint: 3n }));
        const next = await store.begin(cards.name, 2);
        await store.commit(next, commit({ a: change(card('new', 'u')) }, { checkpoint: 3n }));
        expect(await store.get(cards, 'a')).toEqual(card('old', 'u'));
        expect(await store.swap(next)).toBe(true);
        expect([await store.get(cards, 'a'), await store.get(cards, 'b'), await keysOf('u')]).toEqual([card('new', 'u'), undefined, ['a']]);
        expect(await store.generations(cards.name)).toEqual([{ ...next, state: 'live', checkpoint: 3n }]);
        await expect(store.commit(live, commit({}, { after: 3n, checkpoint: 4n }))).rejects.toThrow(Superseded);
      });

      it('does not swap in what has seen less', async () => {
        await store.commit(live, commit({}, { checkpoint: 10n }));
        const next = await store.begin(cards.name, 2);
        await store.commit(next, commit({}, { checkpoint: 9n }));
        expect(await store.swap(next)).toBe(false);
        expect((await store.generations(cards.name)).map(({ state }) => state)).toEqual(['live', 'building']);
      });

      it('drops an unfinished build when another begins', async () => {
        const first = await store.begin(cards.name, 2);
        await store.commit(first, commit({ a: change(card('A')) }));
        const second = await store.begin(cards.name, 3);
        expect((await store.generations(cards.name)).map(({ id }) => id)).toEqual([live.id, second.id]);
        await expect(store.commit(first, commit({}))).rejects.toThrow(Superseded);
        await expect(store.swap(first)).rejects.toThrow(Superseded);
        expect(await store.load(second, ['a'])).toEqual(new Map());
      });

      it('answers nothing when the live one is dropped', async () => {
        await store.commit(live, commit({ a: change(card('A', 'u')) }, { checkpoint: 1n }));
        await store.drop(live);
        expect([await store.get(cards, 'a'), await keysOf('u'), await store.checkpoint(cards.name)]).toEqual([undefined, [], undefined]);
        expect(await store.generations(cards.name)).toEqual([]);
      });

      it('answers nothing while the first one is built', async () => {
        const others = { ...cards, name: 'others' };
        const build = await store.begin(others.name, 1);
        await store.commit(build, commit({ a: change(card('A')) }, { checkpoint: 1n }));
        expect([await store.get(others, 'a'), await store.checkpoint(others.name)]).toEqual([undefined, undefined]);
      });
    });

    it('remembers the last beat', async () => {
      expect(await store.lastBeat()).toBeUndefined();
      await store.beat(new Date('2026-03-10T09:00:00Z'));
      await store.beat(new Date('2026-03-10T09:00:01Z'));
      expect(await store.lastBeat()).toEqual(new Date('2026-03-10T09:00:01Z'));
    });
  });
};
