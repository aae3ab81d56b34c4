/** What a process did to a file of its data directory. */
export type Op =
  | { readonly kind: 'open'; readonly fd: number; readonly path: string; readonly creates: boolean; readonly truncates: boolean }
  | { readonly kind: 'close' | 'sync'; readonly fd: number }
  | { readonly kind: 'write'; readonly fd: number; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly fd: number; readonly length: number }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'link' | 'rename'; readonly path: string; readonly to: string };

const HEAD = 25;

const opOf = (kind: string, fd: number, a: number, b: number, rest: Buffer): Op => {
  switch (kind) {
    case 'o':
      return { kind: 'open', fd, path: rest.toString(), creates: a === 1, truncates: b === 1 };
    case 'c':
      return { kind: 'close', fd };
    case 's':
      return { kind: 'sync', fd };
    case 'w':
      return { kind: 'write', fd, at: a, bytes: rest };
    case 't':
      return { kind: 'truncate', fd, length: a };
    case 'u':
      return { kind: 'unlink', path: rest.toString() };
    case 'l':
    case 'r':
      return { kind: kind === 'l' ? 'link' : 'rename', path: rest.toString('utf8', 0, a), to: rest.toString('utf8', a) };
    default:
      throw new Error(`the recorder cannot write down ${rest.toString()}; teach it (power-recorder.c)`);
  }
};

/** The records of power-recorder.c, in order. */
export const opsIn = (trace: Buffer): readonly Op[] => {
  const ops: Op[] = [];
  for (let at = 0; at < trace.length;) {
    const length = trace.readUInt32LE(at + 21);
    const end = at + HEAD + length;
    const [a, b] = [Number(trace.readBigInt64LE(at + 5)), Number(trace.readBigInt64LE(at + 13))];
    ops.push(opOf(trace.toString('latin1', at, at + 1), trace.readInt32LE(at + 1), a, b, trace.subarray(at + HEAD, end)));
    at = end;
  }
  return ops;
};
