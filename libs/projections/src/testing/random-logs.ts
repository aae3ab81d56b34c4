import { type Agency, agencies, agreementEvents, youthEvents } from '@samspor/domain';
import fc from 'fast-check';
import { type HubEvent, hubEvents } from '../view.js';
import { day, randomData } from './random-data.js';
import { type Telling, somebodyOf } from './record.js';

type EventType = HubEvent['type'];

const isEventType = (type: string): type is EventType => Object.hasOwn(hubEvents, type);

const eventOf = <Type extends EventType>(type: Type): fc.Arbitrary<HubEvent> =>
  randomData[type].map((data) => ({ type, data }) as HubEvent);

const eventsOf = (catalogue: object, opening: EventType): fc.Arbitrary<HubEvent> =>
  fc.oneof(
    ...Object.keys(catalogue)
      .filter(isEventType)
      .filter((type) => type !== opening)
      .map(eventOf),
  );

const actor = fc
  .tuple(fc.constantFrom<Agency>(...agencies), fc.constantFrom('p1', 'p2'), fc.constantFrom('ot-5006', 'nav-5006', ''))
  .map(([agency, id, unit]) => somebodyOf(agency, id, unit));

const said = (event: fc.Arbitrary<HubEvent>): fc.Arbitrary<Omit<Telling, 'stream'>> => fc.record({ event, by: actor, on: day });

const kinds = {
  youth: { opening: said(eventOf('YouthStreamOpened')), next: said(eventsOf(youthEvents, 'YouthStreamOpened')) },
  agreement: { opening: said(eventOf('AgreementSigned')), next: said(eventsOf(agreementEvents, 'AgreementSigned')) },
};

const ofKind = (kind: keyof typeof kinds, streams: readonly string[]) =>
  fc.record({ stream: fc.constantFrom(...streams), opening: kinds[kind].opening, next: kinds[kind].next });

const step = fc.oneof(
  { weight: 4, arbitrary: ofKind('youth', ['youth-1', 'youth-2', 'youth-3']) },
  { weight: 2, arbitrary: ofKind('agreement', ['agreement-1', 'agreement-2']) },
);

/** What may have happened: a few youths and agreements, each opened first, then anything that there is. */
export const randomLog: fc.Arbitrary<readonly Telling[]> = fc.array(step, { minLength: 1, maxLength: 60 }).map((steps) => {
  const opened = new Set<string>();
  return steps.map(({ stream, opening, next }) => {
    const told = opened.has(stream) ? next : opening;
    opened.add(stream);
    return { stream, ...told };
  });
});
