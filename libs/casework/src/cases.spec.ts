import { InMemoryEventStore, type NewEvent } from '@samspor/event-store';
import { type Commit, History, InMemoryViewStore, type TrekantDocument, trekantView } from '@samspor/projections';
import { Cases } from './cases.js';

const youthId = '6f6b1a1e-0000-4000-8000-000000000001';
const stream = `youth-${youthId}`;
const card = { youthId, birthDate: '2008-05-20', municipality: '5006' } as TrekantDocument;

const eventAt = (revision: number): NewEvent => ({
  id: `00000000-0000-5000-8000-00000000000${revision}`,
  type: 'GuidanceTalkHeld',
  data: '{}',
  metadata: '{}',
  hash: new Uint8Array(32),
});

/** Cases over three events of a youth, and cards that stand where the commit leaves them. */
const casesAfter = async (commit: Partial<Commit>): Promise<Cases> => {
  const events = InMemoryEventStore.empty();
  await events.append(stream, 'no-stream', [0, 1, 2].map(eventAt));
  const views = new InMemoryViewStore();
  const generation = await views.begin(trekantView.name, trekantView.version);
  const documents = new Map([[youthId, { doc: card, position: 1n, indexes: {}, indexesBefore: {} }]]);
  await views.commit(generation, { after: undefined, checkpoint: undefined, documents, parked: [], unparked: [], ...commit });
  await views.swap(generation);
  return new Cases(views, new History(events), () => '2026-03-10');
};

describe('a youth card', () => {
  it('says how far it has come, which is not how far the stream has', async () => {
    const cases = await casesAfter({ checkpoint: 2n });
    expect(await cases.shownCard(youthId)).toEqual({ card, revision: 1, position: 2n });
  });

  it('has seen nothing from an event on that could not be folded', async () => {
    const parked = [{ stream, position: 2n, code: 'FOLD_FAILED' as const, since: '' }];
    const cases = await casesAfter({ checkpoint: 3n, parked });
    expect(await cases.shownCard(youthId)).toEqual({ card, revision: 0, position: 1n });
  });

  it('is not there before its first event was folded', async () => {
    const cases = await casesAfter({ checkpoint: 3n, documents: new Map() });
    expect(await cases.shownCard(youthId)).toBeUndefined();
  });
});
