import type { ReadLog } from '@samspor/access';
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
  youthDecider,
  youthEvents,
} from '@samspor/domain';
import { type EventStore, Streams } from '@samspor/event-store';
import { IdentityIndex, Sealer, fingerprintBy } from '@samspor/privacy';
import { History, type ViewState, type ViewStore } from '@samspor/projections';
import { Agreements } from './agreements.js';
import { Cases } from './cases.js';
import { Disclosure } from './disclosure.js';
import { type Stores, openStores } from './open-stores.js';
import type { Projecting } from './projecting/projecting.js';
import { projectorFor } from './projecting/projector-for.js';
import type { Settings } from './settings.js';
import { todayBy } from './today.js';
import { upcastEvent } from './upcast-event.js';
import { Youths } from './youths.js';

const lagLimit = 10_000n;
/** With a beat each second, a view that stands still is seen within five. */
const beatLimitMs = 4_000;

const obstacleOf = ({ view, mode, lag, beatAgeMs, stoppedBy }: ViewState): string | undefined => {
  if (mode === 'stopped')
    return `The new version of the view ${view} stopped: ${stoppedBy ?? 'unknown'}. What the version before has folded answers, and does not follow. Correct the view and deploy it.`;
  if (mode === 'outdated') return `The view ${view} was built by a newer version of the hub; run that version.`;
  if (lag > lagLimit) return `The view ${view} is ${lag} events behind; wait, and see that samspor_view_lag_events falls.`;
  if (beatAgeMs > beatLimitMs)
    return `The view ${view} has shown no life for ${Math.round(beatAgeMs / 1000)} s; look at the disk and the log, and restart the hub if it goes on.`;
  return undefined;
};

/** Everything behind the API and the command line: streams, views, keys and the read log, opened together and closed together. */
export class Hub {
  readonly youths: Youths;
  readonly agreements: Agreements;
  readonly cases: Cases;
  readonly history: History;
  readonly projector: Projecting;
  readonly disclosure: Disclosure;
  readonly fingerprint: (text: string) => string;
  /** The newest event that the views have shown since the start. */
  shown: bigint | undefined;

  private constructor(
    private readonly stores: Stores,
    readonly settings: Settings,
    readonly clock: () => Date,
  ) {
    this.today = todayBy(clock);
    const { events, wrappingKey, keys, snapshots } = stores;
    const sealer = new Sealer(keys, wrappingKey);
    this.disclosure = new Disclosure(sealer, stores.reads, clock);
    this.fingerprint = fingerprintBy(wrappingKey);
    const common = { store: events, sealer, clock, upcast: upcastEvent, ...(snapshots && { snapshots }) };
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
    this.history = new History(events, upcastEvent);
    this.cases = new Cases(stores.views, this.history, this.today);
    this.projector = projectorFor(stores, settings, clock);
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

  readonly today: () => Day;

  /** Waits until every view has seen the position; false when it takes longer. */
  async seen(position: bigint, withinMs: number): Promise<boolean> {
    return this.projector.seen(position, withinMs);
  }

  /** Waits until the views have seen all that is stored now; false when it takes longer. */
  async catchUp(withinMs: number): Promise<boolean> {
    const head = await this.events.head();
    return head === undefined || this.seen(head, withinMs);
  }

  /** Why the hub is not ready; undefined when it is. */
  async obstacle(): Promise<string | undefined> {
    const fault = this.events.fault() ?? this.views.fault() ?? this.projector.fault?.();
    if (fault !== undefined) return fault;
    return (await this.projector.state()).map(obstacleOf).find((obstacle) => obstacle !== undefined);
  }

  /** Stops on a checkpoint and closes what was opened. */
  async close(): Promise<void> {
    await this.projector.stop();
    await this.stores.events.close();
    await this.stores.views.close();
    await this.stores.reads.close();
    await this.stores.keys.close();
    await this.stores.snapshots?.close();
  }
}
