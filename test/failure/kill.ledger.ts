import { closeSync, fdatasyncSync, mkdirSync, openSync, readFileSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A command on its way: written down before it is sent. */
export interface Intent {
  readonly key: string;
  /** What the hub keeps keys apart by: `youths`, or the youth's id. */
  readonly scope: string;
  readonly path: string;
  readonly body: object;
}

/** What the hub answered to a command. */
export interface Told {
  readonly youthId?: string;
  readonly position: string;
  readonly revision: number;
  readonly reference: string;
  readonly repeated: boolean;
  readonly events: readonly { readonly type: string; readonly eventId: string; readonly revision: number }[];
}

type Line =
  | { readonly is: 'intent'; readonly intent: Intent }
  | { readonly is: 'ack'; readonly key: string; readonly told: Told }
  | { readonly is: 'read'; readonly youthId: string };

/** A command and its answer; no answer means that nobody can say what became of it. */
export interface Entry {
  readonly intent: Intent;
  readonly told?: Told;
}

/** What the clients know: on disk before they go on, so that it does not rest on the memory of anybody who may be wrong. */
export class Ledger {
  readonly #files: readonly number[];

  constructor(
    private readonly folder: string,
    clients: number,
  ) {
    mkdirSync(folder, { recursive: true });
    this.#files = Array.from({ length: clients }, (_, client) => openSync(join(folder, `client-${client}.jsonl`), 'a'));
  }

  intend(client: number, intent: Intent): void {
    this.#write(client, { is: 'intent', intent });
  }

  acknowledge(client: number, key: string, told: Told): void {
    this.#write(client, { is: 'ack', key, told });
  }

  /** A body with a youth's data has arrived. */
  receive(client: number, youthId: string): void {
    this.#write(client, { is: 'read', youthId });
  }

  /** All commands, in the order of each client. */
  entries(): readonly Entry[] {
    const lines = [...this.#lines()];
    // A command that was sent again may be answered in another file than it was intended in.
    const answers = new Map(lines.flatMap((line) => (line.is === 'ack' ? [[line.key, line.told] as const] : [])));
    return lines.flatMap((line) => {
      if (line.is !== 'intent') return [];
      const told = answers.get(line.intent.key);
      return [{ intent: line.intent, ...(told && { told }) }];
    });
  }

  /** How many bodies with a youth's data have arrived, by youth. */
  received(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const line of this.#lines()) if (line.is === 'read') counts.set(line.youthId, (counts.get(line.youthId) ?? 0) + 1);
    return counts;
  }

  close(): void {
    for (const file of this.#files) closeSync(file);
  }

  #write(client: number, line: Line): void {
    const file = this.#files[client] ?? -1;
    writeSync(file, `${JSON.stringify(line)}\n`);
    fdatasyncSync(file);
  }

  *#lines(): Generator<Line> {
    for (const name of readdirSync(this.folder))
      for (const line of readFileSync(join(this.folder, name), 'utf8').split('\n')) if (line !== '') yield JSON.parse(line) as Line;
  }
}
