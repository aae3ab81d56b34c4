/** Where in a stream the events of one command stand. */
export interface Effect {
  readonly first: number;
  readonly last: number;
  readonly fingerprint: string;
}

/**
 * What each command of a stream has led to, as one text with a line for each: a fifth of the memory of a map, for every stream that
 * is kept at hand. Command id and fingerprint stand as JSON, which holds no line break.
 */
export type Effects = string;

/** Of a stream without events. */
export const noEffects: Effects = '';

const beginOf = (commandId: string): string => `\n${JSON.stringify(commandId)} `;

/** What the command has led to; undefined when it has not been told. */
export const effectOf = (effects: Effects, commandId: string): Effect | undefined => {
  const begin = beginOf(commandId);
  const at = effects.lastIndexOf(begin);
  if (at === -1) return undefined;
  const end = effects.indexOf('\n', at + begin.length);
  const [first, last, fingerprint] = JSON.parse(`[${effects.slice(at + begin.length, end === -1 ? undefined : end)}]`) as [
    number,
    number,
    string,
  ];
  return { first, last, fingerprint };
};

/** With one more event, of a command that is the last one or new. */
export const withEffect = (
  effects: Effects,
  { commandId, fingerprint }: { readonly commandId: string; readonly fingerprint: string },
  revision: number,
): Effects => {
  const begin = beginOf(commandId);
  const at = effects.lastIndexOf('\n');
  const isLast = at !== -1 && effects.startsWith(begin, at);
  const first = isLast ? Number.parseInt(effects.slice(at + begin.length), 10) : revision;
  return `${isLast ? effects.slice(0, at) : effects}${begin}${first},${revision},${JSON.stringify(fingerprint)}`;
};
