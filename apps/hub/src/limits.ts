import { UsageError } from './hub-options.js';

/** How much the hub takes on at once, and from one person. */
export interface Limits {
  /** Open connections; more are closed at once. */
  readonly connections: number;
  /** Milliseconds within which a client must have sent its request. */
  readonly requestMs: number;
  /** Requests that are worked on at the same time; more wait for their turn. */
  readonly inFlight: number;
  /** Milliseconds that a request waits for its turn before it is answered 503. */
  readonly turnMs: number;
  /** Milliseconds by which the event loop may lag; while it lags more, requests are answered 503. */
  readonly loopDelayMs: number;
  readonly commandsPerMinute: number;
  readonly readsPerMinute: number;
  /** Feeds that one person may hold open. */
  readonly feeds: number;
}

/** Ample for anybody at a desk and for a busy client; what a script in a loop runs into. */
export const usualLimits: Limits = {
  connections: 4_000,
  requestMs: 30_000,
  inFlight: 200,
  turnMs: 300,
  loopDelayMs: 500,
  commandsPerMinute: 3_000,
  readsPerMinute: 12_000,
  feeds: 10,
};

const unlimited = { commandsPerMinute: Infinity, readsPerMinute: Infinity, feeds: Infinity };

const names: { readonly [Limit in keyof Limits]: string } = {
  connections: 'SAMSPOR_MAX_CONNECTIONS',
  requestMs: 'SAMSPOR_REQUEST_TIMEOUT_MS',
  inFlight: 'SAMSPOR_MAX_IN_FLIGHT',
  turnMs: 'SAMSPOR_MAX_WAIT_MS',
  loopDelayMs: 'SAMSPOR_MAX_LOOP_DELAY_MS',
  commandsPerMinute: 'SAMSPOR_COMMANDS_PER_MINUTE',
  readsPerMinute: 'SAMSPOR_READS_PER_MINUTE',
  feeds: 'SAMSPOR_FEEDS_PER_PERSON',
};

const most = 10_000_000;

const read = (name: string, text: string | undefined, usual: number): number => {
  if (text === undefined) return usual;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new UsageError(`${name} takes a whole number from 1 to ${most}.`);
};

/** The limits, each settable in the environment; SAMSPOR_ACTOR_LIMITS=off lifts those per person, for measuring. */
export const limitsFrom = (env: NodeJS.ProcessEnv): Limits => {
  const lifted = env['SAMSPOR_ACTOR_LIMITS'] === 'off';
  const usual: Limits = lifted ? { ...usualLimits, ...unlimited } : usualLimits;
  const entries = Object.entries(names).map(([limit, name]) => [limit, read(name, env[name], usual[limit as keyof Limits])] as const);
  return Object.fromEntries(entries) as unknown as Limits;
};
