import { randomBytes, randomUUID } from 'node:crypto';
import { Rejected, type Actor, type AnyRule, type Catalogue, type Command, type Decider, type Event } from '@samspor/domain';
import { InMemoryKeyStore, Sealer, WrappingKey } from '@samspor/privacy';
import type { EventStore } from '../event-store.js';
import type { SnapshotStore } from '../snapshot-store.js';
import type { Patience } from '../streams.patience.js';
import type { TellRequest } from '../streams.requests.js';
import { Streams } from '../streams.js';

/** The smallest case that has all that a stream can show: a rule, nothing to do, several events at once, personal fields. */
export type ToyEvent =
  | Event<'Opened', { readonly by: string }>
  | Event<'Noted', { readonly channel: string; readonly note?: string }>
  | Event<'Closed', { readonly notes: number }>;

export type ToyCommand =
  | Command<'Open', { readonly by: string }>
  | Command<'Note', { readonly channel: string; readonly note?: string; readonly times?: number }>
  | Command<'Close', Readonly<Record<string, never>>>;

export interface ToyState {
  readonly open: boolean;
  readonly notes: number;
}

export interface ToyContext {
  readonly on: string;
}

type ToyRequest = TellRequest<ToyState, ToyCommand, ToyEvent, ToyContext>;

const mustBeOpen: AnyRule = { id: 'R00', code: 'CASE_NOT_OPEN', kind: 'PROP', source: 'toy', says: 'The case is open.' };

const evolve = (state: ToyState, event: ToyEvent): ToyState => {
  switch (event.type) {
    case 'Opened':
      return { ...state, open: true };
    case 'Noted':
      return { ...state, notes: state.notes + 1 };
    case 'Closed':
      return { ...state, open: false };
  }
};

const decide = ({ type, data }: ToyCommand, { open, notes }: ToyState): readonly ToyEvent[] => {
  if (type === 'Open') return open ? [] : [{ type: 'Opened', data: { by: data.by } }];
  if (!open) throw new Rejected(mustBeOpen, 'Open the case first.');
  if (type === 'Close') return [{ type: 'Closed', data: { notes } }];
  const { channel, note, times = 1 } = data;
  return Array.from({ length: times }, () => ({ type: 'Noted', data: { channel, ...(note !== undefined && { note }) } }));
};

export const toyDecider: Decider<ToyState, ToyCommand, ToyEvent, ToyContext> = { initial: { open: false, notes: 0 }, evolve, decide };

const row = { term: 'leketøy', mayAppend: ['NAV'], category: 'contact', sensitivity: 'S1', schemaVersion: 1 } as const;

export const toyCatalogue: Catalogue<ToyEvent> = {
  Opened: { ...row, personal: [] },
  Noted: { ...row, personal: ['note'] },
  Closed: { ...row, personal: [] },
};

export type ToyStreams = Streams<ToyState, ToyCommand, ToyEvent, ToyContext>;

const impatience: Patience = { budgetMs: 10_000, pauseMs: 0 };

/** A sealer with keys of its own. */
export const aToySealer = (): Sealer => new Sealer(new InMemoryKeyStore(), new WrappingKey(randomBytes(32)));

interface ToyOptions {
  readonly sealer?: Sealer;
  readonly patience?: Patience;
  readonly decider?: typeof toyDecider;
  readonly snapshots?: SnapshotStore;
}

/** Streams of toy cases over a store; as a hub that has just started. */
export const toyStreams = (store: EventStore, options: ToyOptions = {}): ToyStreams => {
  const { sealer = aToySealer(), patience = impatience, decider = toyDecider, snapshots } = options;
  const given = { store, sealer, decider, catalogue: toyCatalogue, patience, ...(snapshots && { snapshots }) };
  return new Streams({ ...given, clock: () => new Date(), cacheSize: 100 });
};

const aNavAdviser: Actor = { id: 'nav-7', name: 'Kari Veileder', agency: 'NAV', unit: 'nav-0105', role: 'adviser' };

/** A command that nobody has given yet; its fingerprint follows from the command. */
export const aRequest = (stream: string, command: ToyCommand, more: Partial<ToyRequest> = {}): ToyRequest => ({
  stream,
  subject: stream,
  command,
  commandId: randomUUID(),
  fingerprint: JSON.stringify(command),
  correlationId: randomUUID(),
  actor: aNavAdviser,
  context: () => ({ on: '2026-03-10' }),
  describe: (event, { on }) => ({
    occurredOn: on,
    ownerAgency: 'NAV',
    category: 'contact',
    sensitivity: toyCatalogue[event.type].sensitivity,
    lawVersion: 'opl-2023',
    schemaVersion: 1,
  }),
  ...more,
});

export const open: ToyCommand = { type: 'Open', data: { by: 'NAV' } };
export const close: ToyCommand = { type: 'Close', data: {} };
export const noted = (channel: string, times = 1): ToyCommand => ({
  type: 'Note',
  data: { channel, times, note: 'Ringte bestemor Solveig' },
});
