/** Where youths stood on 15 June 2015, and where they had come from. */
export interface Outcome {
  /** Udir code. */
  readonly code: string;
  /** SEED4 slides 16–18. */
  readonly count: number;
  /** The statuses that they had in the list of the autumn, to draw from. */
  readonly before: readonly [string, ...string[]];
  /** Born in this year at the latest. */
  readonly latestBirthYear: number;
}

const outcome = (code: string, count: number, before: Outcome['before'], latestBirthYear = 1998): Outcome => ({
  code,
  count,
  before,
  latestBirthYear,
});

/** The figures are the seed's; the ways there are ours. */
const outcomes: readonly Outcome[] = [
  outcome('OTOV', 165, ['OTUK', 'OTUK', 'OTUK', 'OTOV', 'OTOV', 'OTOV', 'OTAR']),
  outcome('OTAP', 130, ['OTUK', 'OTUK', 'OTOV', 'OTOV', 'OTAP'], 1997),
  outcome('OTAR', 64, ['OTUK', 'OTOV', 'OTAR']),
  outcome('OTEV', 35, ['OTUK', 'OTUK', 'OTOV', 'OTEV']),
  outcome('OTLL', 26, ['OTUK', 'OTOV', 'OTLL'], 1997),
  outcome('OTKO', 11, ['OTUK', 'OTOV'], 1997),
  outcome('OTOA', 6, ['OTUK', 'OTOV']),
  outcome('OTNO', 55, ['OTUK', 'OTNO']),
  outcome('OTMI', 8, ['OTUK', 'OTMI'], 1995),
  outcome('OTBA', 24, ['OTUK', 'OTOV', 'OTBA', 'OTBA'], 1996),
  outcome('OTSY', 47, ['OTUK', 'OTOV', 'OTSY', 'OTSY']),
  outcome('OTIF', 25, ['OTUK', 'OTOV', 'OTIF']),
];

/** One outcome for each youth. */
export const allOutcomes: readonly Outcome[] = outcomes.flatMap((one) => Array.from({ length: one.count }, () => one));
