import type { Actor, Agency, Day, Metadata } from '@samspor/domain';
import type { NewEvent } from '@samspor/event-store';
import { type HubEvent, type RecordedEvent, hubEvents, isHubEvent } from '../view.js';

/** An event with what its author says about it. */
export interface Telling {
  readonly stream: string;
  readonly event: HubEvent;
  readonly by?: Actor;
  readonly on?: Day;
  readonly recordedAt?: string;
}

/** Somebody of an agency, at an office in Steinkjer. */
export const somebodyOf = (agency: Agency, id = `${agency.toLowerCase()}-1`, unit = `${agency.toLowerCase()}-5006`): Actor => ({
  id,
  name: `Saksbehandler ${agency}`,
  agency,
  unit,
  role: 'adviser',
});

const metadataOf = ({ event, by = somebodyOf('OT'), on = '2026-03-10', recordedAt = `${on}T09:00:00.000Z` }: Telling): Metadata => {
  const { category, sensitivity, schemaVersion } = hubEvents[event.type];
  return {
    occurredOn: on,
    recordedAt,
    actor: by,
    ownerAgency: by.agency,
    category,
    sensitivity,
    legalBasis: { code: 'OPL_9_4' },
    lawVersion: 'opl-2023',
    termsVersion: 'default-1',
    schemaVersion,
    commandId: `command of ${by.id}`,
    fingerprint: 'f',
    correlationId: 'c',
  };
};

const split = ({ type, data }: HubEvent): readonly [clear: object, personal: object] => {
  const names: readonly string[] = hubEvents[type].personal;
  const fields = Object.entries(data);
  const isPersonal = ([name]: readonly [string, unknown]): boolean => names.includes(name);
  return [Object.fromEntries(fields.filter((field) => !isPersonal(field))), Object.fromEntries(fields.filter(isPersonal))];
};

let count = 0;

/** The event as a store takes it. Its personal fields are not encrypted, only out of the way, so that a test can look for them. */
export const newEventOf = (telling: Telling): NewEvent => {
  const [clear, personal] = split(telling.event);
  const hasPersonal = Object.keys(personal).length > 0;
  count += 1;
  return {
    id: `00000000-0000-5000-8000-${String(count).padStart(12, '0')}`,
    type: telling.event.type,
    data: JSON.stringify(clear),
    metadata: JSON.stringify(metadataOf(telling)),
    ...(hasPersonal && { sealed: Buffer.from(JSON.stringify(personal)) }),
    hash: new Uint8Array(32),
  };
};

/** The events as they are read, in one order over all streams. */
export const recorded = (tellings: readonly Telling[]): readonly RecordedEvent[] => {
  const revisions = new Map<string, number>();
  return tellings.map((telling, index) => {
    const { stream } = telling;
    const revision = revisions.get(stream) ?? 0;
    revisions.set(stream, revision + 1);
    const { id, type, data, metadata, sealed } = newEventOf(telling);
    const event = {
      id,
      stream,
      revision,
      position: BigInt(index + 1),
      type,
      data: JSON.parse(data),
      metadata: JSON.parse(metadata),
      ...(sealed && { sealed }),
    };
    if (!isHubEvent(event)) throw new TypeError(`no such event: ${type}`);
    return event;
  });
};
