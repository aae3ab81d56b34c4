import { bytesOf, textOf } from './bytes.js';
import type { Snapshot, SnapshotStore } from './snapshot-store.js';
import { ToldCommands } from './streams.commands.js';
import type { Past } from './streams.past.js';

/** A stream is kept anew when it has grown by so many events: to read those takes longer than to keep it. */
const DUE_AFTER = 8;

/** Gives the state with what is still as it was at the beginning taken from there: of thousands at hand, most parts of most are. */
const sharingWith = <State>(initial: State): ((state: State) => State) => {
  const beginnings = Object.entries(initial as object).map(([name, part]) => ({ name, part: part as unknown, text: JSON.stringify(part) }));
  return (state) => {
    const parts = state as Record<string, unknown>;
    for (const { name, part, text } of beginnings) if (JSON.stringify(parts[name]) === text) parts[name] = part;
    return state;
  };
};

/** Gives the past as it was kept. Whether it is one of this history, the event at its revision must tell. */
export const recallBy = <State>(initial: State): ((snapshot: Snapshot) => Past<State>) => {
  const sharing = sharingWith(initial);
  return ({ state, revision, position, hash, commands }) => ({
    state: sharing(JSON.parse(state) as State),
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
