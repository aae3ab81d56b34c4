import { LRUCache } from 'lru-cache';

/** Characters of JSON, of all parts together. */
const MOST_CHARACTERS = 1_000_000;
/** What is longer is hardly ever equal to another. */
const LONGEST = 1_000;

/**
 * Gives what is equal in many values as one object. Thousands of them are at hand, most parts of one are those of others, and each
 * object is gone through by the garbage collector again and again.
 */
export class EqualParts {
  readonly #parts = new LRUCache<string, object>({ maxSize: MOST_CHARACTERS, maxEntrySize: LONGEST });

  /** A value that was just read from JSON, and that nobody else has yet, with its parts as others have them. Nobody may change it after. */
  in<T>(value: T): T {
    if (typeof value !== 'object' || value === null) return value;
    const parts = value as Record<string, unknown>;
    for (const [name, part] of Object.entries(parts)) if (typeof part === 'object' && part !== null) parts[name] = this.#one(part);
    return value;
  }

  #one(part: object): object {
    const whole = this.in(part);
    const text = JSON.stringify(whole);
    const known = this.#parts.get(text);
    if (known === undefined) this.#parts.set(text, whole, { size: text.length });
    return known ?? whole;
  }
}
