import type { Command, Event } from '@samspor/domain';
import { CommandIdReused } from './streams.errors.js';
import type { Link } from './streams.past.js';
import type { TellRequest, Told } from './streams.requests.js';

type AnyRequest = TellRequest<unknown, Command, Event, unknown>;

/** The events that the command has led to, among these of its stream; undefined when there are none. */
export function effectOf<E extends Event>(
  { stream, commandId, fingerprint }: Pick<AnyRequest, 'stream' | 'commandId' | 'fingerprint'>,
  links: readonly Link<E>[],
): readonly Link<E>[] | undefined {
  const own = links.filter(({ recorded }) => recorded.metadata.commandId === commandId);
  const [first] = own;
  if (first && first.recorded.metadata.fingerprint !== fingerprint) throw new CommandIdReused(stream, commandId);
  return first && own;
}

/** The answer to a command that led to these events. */
export function told<E extends Event>(stream: string, links: readonly Link<E>[], repeated: boolean): Told<E> {
  const events = links.map(({ recorded }) => recorded);
  const last = events.at(-1);
  return { stream, revision: last?.revision ?? -1, position: last?.position, events, repeated };
}
