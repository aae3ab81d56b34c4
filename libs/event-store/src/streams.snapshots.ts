import { bytesOf, textOf } from './bytes.js';
import { EqualParts } from './equal-parts.js';
import type { Snapshot, SnapshotStore } from './snapshot-store.js';
import { ToldCommands } from './streams.commands.js';
import type { Past } from './streams.past.js';

/** A stream is kept anew when it has grown by so many events: to read those takes longer than to keep it. */
const DUE_AFTER = 8;

/** Gives the past as it was kept. Whether it is one of this history, the event at its revision must tell. */
export const recallBy = <State>(): ((snapshot: Snapshot) => Past<State>) => {
  const equal = new EqualParts();
  return ({ state, revision, position, hash, commands }) => ({
    state: equal.in(JSON.parse(state) as State),
    revision,
    position,
    hash: textOf(hash),
    commands: ToldCommands.from(commands),
    keptAt: revision,
  });
};

/** Has the past kept when it is due; gives it back as one that is. */
export const keptWhenDue = <State>(store: SnapshotStore, stream: string, past: Past<State>): Past<State> => {
  const { state, revision, position, hash, commands, keptAt } = past;
  if (revision - keptAt < DUE_AFTER || position === undefined || hash === undefined) return past;
  // Marks of later commands may have come by then, which is harmless: what was told stays told.
  store.keep(stream, () => ({
    stream,
    revision,
    position,
    hash: bytesOf(hash),
    state: JSON.stringify(state),
    commands: commands.toBytes(),
  }));
  return { ...past, keptAt: revision };
};
