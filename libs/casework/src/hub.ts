import { join } from 'node:path';
import { type ReadLog, SqliteReadLog } from '@samspor/access';
import {
  type Agreement,
  type AgreementCommand,
  type AgreementContext,
  type AgreementEvent,
  type Day,
  type DecisionContext,
  type Youth,
  type YouthCommand,
  type YouthEvent,
  agreementDecider,
  agreementEvents,
  dayIn,
  youthDecider,
  youthEvents,
} from '@samspor/domain';
import { type EventStore, SqliteEventStore, Streams } from '@samspor/event-store';
import { IdentityIndex, type KeyStore, Sealer, SqliteKeyStore, type WrappingKey, fingerprintBy, openWrappingKey } from '@samspor/privacy';
import { Projector, SqliteViewStore, type ViewStore, views } from '@samspor/projections';
import { Agreements } from './agreements.js';
import { Cases } from './cases.js';
import { Disclosure } from './disclosure.js';
import { type Settings, sqliteFolder } from './settings.js';
import { upcastEvent } from './upcast-event.js';
import { Youths } from './youths.js';

/** The stores that the hub stands on. */
interface Stores {
  readonly events: EventStore;
  readonly views: ViewStore;
  readonly keys: KeyStore;
  readonly reads: ReadLog;
  readonly wrappingKey: WrappingKey;
}

const lagLimit = 10_000n;
const beatLimitMs = 5_000;

/** Everything behind the API and the command line: streams, views, keys and the read log, opened together and closed together. */
export class Hub {
  readonly youths: Youths;
  readonly agreements: Agreements;
  readonly cases: Cases;
  readonly projector: Projector;
  readonly disclosure: Disclosure;
  readonly fingerprint: (text: string) => string;
  /** The newest event that the views have shown since the start. */
  shown: bigint | undefined;

  private constructor(
    private readonly stores: Stores,
    readonly settings: Settings,
    readonly clock: () => Date,
  ) {
    const { events, wrappingKey, keys } = stores;
    const sealer = new Sealer(keys, wrappingKey);
    this.disclosure = new Disclosure(sealer, stores.reads, clock);
    this.fingerprint = fingerprintBy(wrappingKey);
    const common = { store: events, sealer, clock, upcast: upcastEvent };
    const agreements = new Streams<Agreement, AgreementCommand, AgreementEvent, AgreementContext>({
      ...common,
      decider: agreementDecider,
      catalogue: agreementEvents,
    });
    const youths = new Streams<Youth, YouthCommand, YouthEvent, DecisionContext>({
      ...common,
      decider: youthDecider,
      catalogue: youthEvents,
    });
    this.agreements = new Agreements(agreements, stores.views);
    this.youths = new Youths(youths, this.agreements, new IdentityIndex(keys, wrappingKey), !settings.production);
    this.cases = new Cases(stores.views, this.today);
    this.projector = new Projector({ events, views: stores.views, definitions: views, upcast: upcastEvent, clock });
    this.projector.onChange((position, streams) => {
      this.shown = position;
      if (streams.some((stream) => stream.startsWith('agreement-'))) this.agreements.forget();
    });
  }

  /** Opens the stores that the settings name; throws with what to do when one cannot be used. */
  static async open(settings: Settings, clock: () => Date = () => new Date()): Promise<Hub> {
    return new Hub(await openStores(settings), settings, clock);
  }

  get events(): EventStore {
    return this.stores.events;
  }

  get views(): ViewStore {
    return this.stores.views;
  }

  get reads(): ReadLog {
    return this.stores.reads;
  }

  get tokenKey(): Uint8Array {
    return this.stores.wrappingKey.derive('token-signing');
  }

  readonly today = (): Day => dayIn(this.clock());

  /** Waits until every view has seen the position; false when it takes longer. */
  async seen(position: bigint, withinMs: number): Promise<boolean> {
    const waits = await Promise.all(views.map(({ name }) => this.projector.waitFor(name, position, withinMs)));
    return waits.every(Boolean);
  }

  /** Waits for the views when they are behind the store; false when there was nothing to wait for or it takes longer. */
  async catchUp(withinMs: number): Promise<boolean> {
    const head = await this.events.head();
    if (head === undefined || (await this.projector.state()).every(({ lag }) => lag === 0n)) return false;
    return this.seen(head, withinMs);
  }

  /** Why the hub is not ready; undefined when it is. */
  async obstacle(): Promise<string | undefined> {
    const fault = this.events.fault();
    if (fault !== undefined) return fault;
    const slow = (await this.projector.state()).find(({ lag, beatAgeMs }) => lag > lagLimit || beatAgeMs > beatLimitMs);
    return slow && `The view ${slow.view} is behind the events; wait, or look at samspor_view_lag_events.`;
  }

  /** Stops on a checkpoint and closes what was opened. */
  async close(): Promise<void> {
    await this.projector.stop();
    await this.stores.events.close();
    await this.stores.views.close();
    await this.stores.reads.close();
    await this.stores.keys.close();
  }
}

const openStores = async (settings: Settings): Promise<Stores> => {
  const { directory, readOnly } = settings;
  const events = await SqliteEventStore.open({ directory: sqliteFolder('EVENTS_URL', settings.eventsUrl), readOnly });
  const keys = await SqliteKeyStore.open(join(directory, 'keys.db'));
  const wrappingKey = await openWrappingKey(join(directory, 'wrapping.key'), keys);
  const viewStore = await SqliteViewStore.open(join(sqliteFolder('VIEWS_URL', settings.viewsUrl), 'views.db'));
  const reads = await SqliteReadLog.open(join(directory, 'reads.db'));
  return { events, keys, wrappingKey, views: viewStore, reads };
};
