import { InMemoryViewStore } from './adapters/in-memory.view-store.js';
import { AtHand } from './at-hand.js';
import type { Hot } from './fold.js';
import { counting } from './testing/counting-view.js';
import type { AnyView } from './view.js';
import type { Change, Generation } from './view-store.js';

const few = 300;
const many = 400;
const keys = Array.from({ length: many }, (_, index) => `youth-${index}`);

/** A store that tells how many documents were loaded from it. */
class CountingLoads extends InMemoryViewStore {
  loaded = 0;

  override load(generation: Generation, asked: readonly string[]) {
    this.loaded += asked.length;
    return super.load(generation, asked);
  }
}

describe('documents that were stored last', () => {
  let store: CountingLoads;
  let generation: Generation;

  beforeEach(async () => {
    store = new CountingLoads();
    generation = await store.begin(counting.name, 1);
    const change: Change = { doc: { revisions: [0] }, position: 1n, indexes: { events: '1' }, indexesBefore: {} };
    const documents = new Map(keys.map((key) => [key, change]));
    await store.commit(generation, { after: undefined, checkpoint: 1n, documents, parked: [], unparked: [] });
  });

  const bring = async (atHand: AtHand): Promise<ReadonlyMap<string, Hot>> => {
    const documents = new Map<string, Hot>();
    await atHand.bring(keys, documents);
    atHand.keep(documents);
    return documents;
  };

  const readAgain = async (view: AnyView): Promise<number> => {
    const atHand = new AtHand(view, store, generation);
    const first = await bring(atHand);
    const before = store.loaded;
    expect(await bring(atHand)).toEqual(first);
    return store.loaded - before;
  };

  it('are not read again, as many as the view asks to have at hand', async () => {
    expect(await readAgain({ ...counting, atHand: many })).toBe(0);
  });

  it('are otherwise few, whatever the view folds', async () => {
    expect(await readAgain(counting)).toBe(many - few);
  });
});
