import {
  type Agency,
  type AgreementEvent,
  type Catalogue,
  type Recorded,
  type YouthEvent,
  agreementEvents,
  youthEvents,
} from '@samspor/domain';

/** Every event that a view may see. */
export type HubEvent = YouthEvent | AgreementEvent;

/** An event where it stands; its type tells what its data is. */
export type RecordedEvent = {
  readonly [Type in HubEvent['type']]: Recorded<Extract<HubEvent, { readonly type: Type }>>;
}[HubEvent['type']];

/** Everything the hub knows to happen. */
export const hubEvents: Catalogue<HubEvent> = { ...youthEvents, ...agreementEvents };

/** Whether this hub knows the event's type. */
export const isHubEvent = (event: Recorded): event is RecordedEvent => Object.hasOwn(hubEvents, event.type);

/** A document's values by index. */
export type Indexes = Readonly<Record<string, string | readonly string[]>>;

/**
 * A fold of events into documents, which are plain JSON. Pure, so that it can be rebuilt anywhere. Two histories that tell the
 * same must give the same bytes: a document holds no field that is `undefined`, since JSON drops those. Where the events of several
 * streams meet in one document, the fold must not mind their order, nor seeing one twice.
 */
export interface View<Doc> {
  readonly name: string;
  /** Raised with every change of what is folded; the documents are then rebuilt beside the old ones. */
  readonly version: number;
  /** Each event makes documents of its own, which no other event changes: they need not be read to be written. */
  readonly isLog?: true;
  /** Events that change none of its documents: these are not even looked up. What is not named here is folded. */
  readonly passesOver?: ReadonlySet<HubEvent['type']>;
  /** How many of its documents are kept in memory while it follows; for small ones that nearly every event asks for. */
  readonly atHand?: number;
  /** The documents that the event may change. */
  keys(event: RecordedEvent): readonly string[];
  /** The document after the event: itself when the event changes nothing, `undefined` to remove it. */
  reduce(doc: Doc | undefined, event: RecordedEvent, key: string): Doc | undefined;
  /** What documents can be found by, besides their key. */
  indexes?(doc: Doc): Indexes;
}

/** Any view; for lists of them. */
export type AnyView = View<unknown>;

/** The place that the personal fields of one event open at. */
export interface SealedAt {
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  /** Whom the event is about. */
  readonly subject: string;
  readonly owner: Agency;
}

/** Personal fields of one event, still sealed. */
export interface SealedRef {
  /** The sealed bytes in base64. */
  readonly box: string;
  readonly at: SealedAt;
}

const afterPrefix = (stream: string, prefix: string): string | undefined =>
  stream.startsWith(prefix) ? stream.slice(prefix.length) : undefined;

/** The youth whose stream this is, if it is one's. */
export const youthIdOf = (stream: string): string | undefined => afterPrefix(stream, 'youth-');

/** The agreement whose stream this is, if it is one's. */
export const agreementIdOf = (stream: string): string | undefined => afterPrefix(stream, 'agreement-');

/** The stream of a youth. */
export const youthStreamOf = (youthId: string): string => `youth-${youthId}`;

/** For views with a document per youth. */
export const byYouth = ({ stream }: RecordedEvent): readonly string[] => {
  const youthId = youthIdOf(stream);
  return youthId === undefined ? [] : [youthId];
};

/** Where the personal fields of an event open. */
export const sealedAt = ({ stream, revision, id, type, metadata }: RecordedEvent): SealedAt => ({
  stream,
  revision,
  eventId: id,
  type,
  subject: youthIdOf(stream) ?? stream,
  owner: metadata.ownerAgency,
});

/** The personal fields of an event, as a view may hold them. */
export const sealedRefOf = (event: RecordedEvent): SealedRef | undefined => {
  const { sealed } = event;
  return sealed && { box: Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength).toString('base64'), at: sealedAt(event) };
};

/** The fields that have a value: JSON drops the others, and so must a document. */
export const known = <Fields extends object>(fields: Fields): Fields => {
  if (!Object.values(fields).includes(undefined)) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
};
