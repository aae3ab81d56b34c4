const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const FEWEST = 8;

const markOf = (commandId: string): number => {
  let mark = FNV_OFFSET;
  for (let at = 0; at < commandId.length; at += 1) mark = Math.imul(mark ^ commandId.charCodeAt(at), FNV_PRIME);
  return mark | 0;
};

/**
 * Which commands a stream has been told, as four bytes of each: small enough to be kept for every stream at hand. It may take a new
 * command for a known one, once in billions, and never the other way round; whoever hears "perhaps" looks at the events themselves.
 * It grows along with the stream and is shared by all pasts of it, since what was told stays told.
 */
export class ToldCommands {
  #marks: Int32Array;
  #count: number;

  private constructor(marks: Int32Array) {
    this.#marks = marks;
    this.#count = marks.length;
  }

  static none(): ToldCommands {
    return new ToldCommands(new Int32Array(0));
  }

  /** As `toBytes` gave them. */
  static from(bytes: Uint8Array): ToldCommands {
    // Not with `slice`, which of a Buffer gives a view of what many share.
    return new ToldCommands(new Int32Array(new Uint8Array(bytes).buffer));
  }

  mayHold(commandId: string): boolean {
    const at = this.#marks.indexOf(markOf(commandId));
    return at !== -1 && at < this.#count;
  }

  /** The command of the next event. */
  add(commandId: string): void {
    const mark = markOf(commandId);
    if (this.#count > 0 && this.#marks[this.#count - 1] === mark) return;
    if (this.#count === this.#marks.length) this.#grow();
    this.#marks[this.#count] = mark;
    this.#count += 1;
  }

  toBytes(): Uint8Array {
    return new Uint8Array(this.#marks.slice(0, this.#count).buffer);
  }

  #grow(): void {
    const grown = new Int32Array(Math.max(FEWEST, this.#count + (this.#count >> 1)));
    grown.set(this.#marks);
    this.#marks = grown;
  }
}
