import { figure, valueOf } from './table.mjs';

/** What the hub must reach on two cores at 1,000,000 events, the load generator included. */
const floors = [
  ['http_commands_64', 'at least', 2_000],
  ['http_p99', 'at most', 40],
  ['timeline_p99', 'at most', 8],
  ['rebuild', 'at least', 60_000],
  ['visible_p99', 'at most', 100],
  ['start', 'at most', 3_000],
  ['rss', 'at most', 300],
];
const size = 1_000_000;

const isMet = (bound, limit, value) => (bound === 'at least' ? value >= limit : value <= limit);

/** Rows of floor, what was measured, and whether it is reached; none when that size was not measured. */
export const floorRows = (result) =>
  floors.flatMap(([name, bound, limit]) => {
    const value = valueOf(result, name, size);
    if (value === undefined) return [];
    return [[`\`${name}\``, `${bound} ${figure(name, limit)}`, figure(name, value), isMet(bound, limit, value) ? 'yes' : '**no**']];
  });
