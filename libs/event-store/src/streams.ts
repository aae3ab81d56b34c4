import { Rejected, type Command, type Event } from '@samspor/domain';
import { LRUCache } from 'lru-cache';
import {
  AppendRefused,
  OutcomeUnknown,
  WrongExpectedRevision,
  appendLimits,
  type Appended,
  type EventStore,
  type NewEvent,
  type StoredEvent,
} from './event-store.js';
import { toRecorded, type Upcast } from './record.js';
import type { Snapshot, SnapshotStore } from './snapshot-store.js';
import { draftEvents, recordedFrom, type Decided, type Draft, type Drafting } from './streams.drafts.js';
import { LostRace, StaleRevision } from './streams.errors.js';
import { emptyPast, extendBy, extendedTo, type Link, type Past } from './streams.past.js';
import { defaultPatience, persist, type Patience } from './streams.patience.js';
import type { ConsiderRequest, Considered, Loaded, TellRequest, Told } from './streams.requests.js';
import { keptWhenDue, recallBy } from './streams.snapshots.js';
import { effectOf, told } from './streams.told.js';
import { Turns } from './streams.turns.js';

/** What the streams of one kind are made of. */
export interface StreamsOptions<State, C extends Command, E extends Event, Context> extends Drafting<State, C, E, Context> {
  readonly store: EventStore;
  /** How to read events of older versions; by default as they are. */
  readonly upcast?: Upcast;
  /** Where streams are kept from one start to the next; without it each is read from its first event on when it is first asked for. */
  readonly snapshots?: SnapshotStore;
  /** How many streams are kept in memory. */
  readonly cacheSize?: number;
  readonly patience?: Patience;
}

interface Advanced<State, E extends Event> {
  readonly past: Past<State>;
  readonly links: readonly Link<E>[];
}

// One who wins goes on from memory, and is then a read ahead of those who lost: they must outlast a row of its commands.
const attempts = 30;

const asItIs: Upcast = (_type, _schemaVersion, data) => data;

const isSame = (one: Uint8Array | undefined, other: Uint8Array | undefined): boolean =>
  one !== undefined && other !== undefined && Buffer.compare(one, other) === 0;

/**
 * All streams of one kind: the one place where commands become events. A command is decided on what is known in memory and appended
 * at exactly that revision; only a decision to append may rest on memory, since the store confirms it. What the store does not say
 * that it has stored just now is read back.
 */
export class Streams<State, C extends Command, E extends Event, Context> {
  readonly #options: StreamsOptions<State, C, E, Context>;
  readonly #known: LRUCache<string, Past<State>>;
  readonly #extend: (past: Past<State>, link: Link<E>) => Past<State>;
  readonly #recalled: (snapshot: Snapshot) => Past<State>;
  readonly #turns = new Turns();

  constructor(options: StreamsOptions<State, C, E, Context>) {
    this.#options = options;
    this.#known = new LRUCache({ max: options.cacheSize ?? 10_000 });
    this.#extend = extendBy(options.decider.evolve);
    this.#recalled = recallBy();
  }

  /** The stream as it stands in the store now. */
  async load(stream: string): Promise<Loaded<State>> {
    const { state, revision, position } = await this.#look(stream);
    return { state, revision, position, exists: revision >= 0 };
  }

  /** What the command would lead to now; throws as `tell` does, and changes nothing. */
  async consider(request: ConsiderRequest<State, C, Context>): Promise<Considered<E>> {
    const { events } = await this.#decide(request, await this.#look(request.stream));
    return { events };
  }

  /**
   * Gives the command its effect, once. Throws Rejected, StaleRevision, CommandIdReused, LostRace, AppendRefused or StoreUnavailable,
   * and then nothing was stored; or OutcomeUnknown, and then the same command is to be given again.
   */
  tell(request: TellRequest<State, C, E, Context>): Promise<Told<E>> {
    return this.#turns.take(request.stream, () => this.#settle(request));
  }

  async #settle(request: TellRequest<State, C, E, Context>): Promise<Told<E>> {
    const known = this.#known.get(request.stream);
    let past = known ?? (await this.#look(request.stream));
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const told = await this.#attempt(request, past, known !== undefined && attempt === 1);
      if (told) return told;
      ({ past } = await this.#advance(request.stream, past));
    }
    throw new LostRace(request.stream);
  }

  /** Undefined when it must be tried again on what the store holds now. */
  async #attempt(request: TellRequest<State, C, E, Context>, past: Past<State>, fromMemory: boolean): Promise<Told<E> | undefined> {
    const before = past.commands.mayHold(request.commandId) ? await this.#repeat(request) : undefined;
    if (before) return before;
    const decided = await this.#decide(request, past).catch((error: unknown) => {
      if (fromMemory && (error instanceof Rejected || error instanceof StaleRevision)) return undefined;
      throw error;
    });
    if (decided && decided.events.length > 0) return this.#append(request, decided);
    return fromMemory ? undefined : { ...told(request.stream, [], false), revision: past.revision, position: past.position };
  }

  async #decide(request: ConsiderRequest<State, C, Context>, past: Past<State>): Promise<Decided<State, E, Context>> {
    const { stream, command, expectedRevision = past.revision } = request;
    if (expectedRevision !== past.revision) throw new StaleRevision(stream, expectedRevision, past.revision);
    const context = await request.context(past.state);
    const events = this.#options.decider.decide(command, past.state, context);
    if (events.length > appendLimits.events)
      throw new AppendRefused(`a command leads to ${String(events.length)} events, which is too many`);
    return { past, events, context };
  }

  /** Undefined when somebody else appended first. */
  async #append(request: TellRequest<State, C, E, Context>, decided: Decided<State, E, Context>): Promise<Told<E> | undefined> {
    const { store, patience = defaultPatience } = this.#options;
    const { past } = decided;
    const drafts = await draftEvents(request, decided, this.#options);
    const events = drafts.map(({ stored }) => stored);
    try {
      // Never decided anew while the outcome is unknown: if the first try was stored, that would store the effect twice.
      const expected = past.revision === -1 ? 'no-stream' : past.revision;
      const appended = await persist(() => store.append(request.stream, expected, events), patience);
      const [only, ...others] = drafts;
      // The positions of several events are the store's to tell.
      if (only && others.length === 0 && !appended.repeated) return this.#remember(request.stream, past, only, appended);
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return undefined;
      this.#known.delete(request.stream);
      throw error;
    }
    return this.#confirm(request, past, events);
  }

  /** What was just stored, as it would be read back. */
  #remember(stream: string, past: Past<State>, draft: Draft<State, E>, appended: Appended): Told<E> {
    const link = { recorded: recordedFrom(draft, stream, appended), hash: draft.stored.hash };
    this.#keep(stream, extendedTo(draft.state, past, link));
    return told(stream, [link], false);
  }

  /**
   * Reads back what was stored. It may be another's: a store that is given known ids at their old place answers as the first
   * time, so that a process that had not yet seen this very command take effect elsewhere hears "stored" as well.
   */
  async #confirm(request: TellRequest<State, C, E, Context>, past: Past<State>, drafts: readonly NewEvent[]) {
    const { stream } = request;
    const { links } = await this.#advance(stream, past).catch((cause: unknown) => {
      throw new OutcomeUnknown('what was stored could not be read back', { cause });
    });
    const own = effectOf(request, links);
    if (!own) throw new OutcomeUnknown('what was stored cannot be read back yet');
    return told(stream, own, !isSame(own[0]?.hash, drafts[0]?.hash));
  }

  /** The answer that the command was given before; undefined when it was not told. */
  async #repeat(request: TellRequest<State, C, E, Context>): Promise<Told<E> | undefined> {
    const own = effectOf(request, await this.#read(request.stream, -1));
    return own && told(request.stream, own, true);
  }

  async #look(stream: string): Promise<Past<State>> {
    const known = this.#known.get(stream);
    return known ? (await this.#advance(stream, known)).past : this.#recall(stream);
  }

  /** From its snapshot on, if the event at that revision is still the one it was taken at; else from the first event on. */
  async #recall(stream: string): Promise<Past<State>> {
    const { decider, snapshots } = this.#options;
    const snapshot = await snapshots?.find(stream);
    const [last, ...later] = snapshot ? await this.#read(stream, snapshot.revision - 1) : [];
    if (snapshot && isSame(last?.hash, snapshot.hash)) return this.#fold(stream, this.#recalled(snapshot), later);
    return (await this.#advance(stream, emptyPast(decider.initial))).past;
  }

  async #advance(stream: string, from: Past<State>): Promise<Advanced<State, E>> {
    const links = await this.#read(stream, from.revision);
    return { past: this.#fold(stream, from, links), links };
  }

  #fold(stream: string, from: Past<State>, links: readonly Link<E>[]): Past<State> {
    return this.#keep(stream, links.reduce(this.#extend, from));
  }

  /** A read that was overtaken must not bring back an older past. */
  #keep(stream: string, past: Past<State>): Past<State> {
    const known = this.#known.get(stream);
    if (past.revision < (known?.revision ?? 0)) return past;
    const { snapshots } = this.#options;
    const kept = snapshots ? keptWhenDue(snapshots, stream, past) : past;
    this.#known.set(stream, kept);
    return kept;
  }

  async #read(stream: string, after: number): Promise<readonly Link<E>[]> {
    return (await this.#options.store.read(stream, after)).map((stored) => this.#linkOf(stored));
  }

  #linkOf(stored: StoredEvent): Link<E> {
    return { recorded: toRecorded<E>(stored, this.#options.upcast ?? asItIs), hash: stored.hash };
  }
}
