import type { Disk } from './power.disk.js';
import type { Op } from './power.trace.js';

/** What the writer had in hand when it went on. */
export type Ack =
  | { readonly stream: string; readonly revision: number; readonly position: string; readonly ids: readonly string[] }
  | { readonly youthId: string };

/** The line that says so; not itself part of what is tested. */
export const ackFile = 'acks.jsonl';

/** The acknowledgement that this operation is, if it is one. */
export const ackIn = (disk: Disk, op: Op): Ack | undefined =>
  op.kind === 'write' && disk.nameOf(op.fd) === ackFile ? (JSON.parse(op.bytes.toString()) as Ack) : undefined;
