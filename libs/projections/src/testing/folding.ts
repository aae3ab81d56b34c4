import type { Actor, Day, YouthEvent } from '@samspor/domain';
import { Fold } from '../fold.js';
import type { RecordedEvent, View } from '../view.js';
import { type Telling, recorded } from './record.js';

/** The youth of most tests. */
export const youthId = '6f6b1a1e-0000-4000-8000-000000000001';

/** An event of that youth, by an adviser of OT unless said otherwise. */
export const told = (event: YouthEvent, by?: Actor, on?: Day, recordedAt?: string): Telling => ({
  stream: `youth-${youthId}`,
  event,
  ...(by && { by }),
  ...(on && { on }),
  ...(recordedAt && { recordedAt }),
});

/** The documents of a view by key, as a store would give them back. */
export const documentsOf = <Doc>(view: View<Doc>, events: readonly RecordedEvent[]): ReadonlyMap<string, Doc> => {
  const fold = new Fold(view, new Map());
  for (const event of events) fold.apply(event, view.keys(event));
  return new Map([...fold.documents].map(([key, { doc }]) => [key, JSON.parse(JSON.stringify(doc)) as Doc]));
};

/** `folding(view).given(…)` is the view's document of the youth. */
export const folding = <Doc>(view: View<Doc>) => ({
  given: (...tellings: readonly Telling[]): Doc | undefined => documentsOf(view, recorded(tellings)).get(youthId),
});
