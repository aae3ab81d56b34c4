import type { Agency } from '@samspor/domain';

/** Somebody was shown a youth's data: who, what, why and when; never the content. */
export interface Reading {
  readonly at: string;
  readonly actorId: string;
  readonly agency: Agency;
  readonly unit: string;
  readonly youthId: string;
  /** What was shown, e.g. `timeline`. */
  readonly what: string;
  /** The policy that permitted it. */
  readonly policy: string;
}

/** The disclosure could not be kept, so nothing may be shown. */
export class ReadLogUnavailable extends Error {
  override readonly name = 'ReadLogUnavailable';
}

/** Where disclosures are kept (oppslagslogg). A port. */
export abstract class ReadLog {
  /** Returns when the row is durable; only then may the answer leave. Throws ReadLogUnavailable. */
  abstract record(reading: Reading): Promise<void>;
  /** The newest first, at most 100. */
  abstract ofYouth(youthId: string, before?: number): Promise<ReadingPage>;
  abstract ofActor(actorId: string, before?: number): Promise<ReadingPage>;
  abstract close(): Promise<void>;
}

export interface ReadingPage {
  readonly readings: readonly Reading[];
  /** Give as `before` to get the next page; absent on the last. */
  readonly next?: number;
}
