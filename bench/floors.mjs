import { figure, sizesOf, valueOf } from './table.mjs';

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
/** A command is to cost the same, whatever is stored: per cent by which any size may differ from the smallest. */
const costMayDiffer = 20;

const isMet = (bound, limit, value) => (bound === 'at least' ? value >= limit : value <= limit);

const answerOf = (isReached) => (isReached ? 'yes' : '**no**');

const flatnessRow = (result) => {
  const [smallest, ...larger] = sizesOf(result);
  const costAt = (events) => valueOf(result, 'http_cpu', events);
  const growths = larger.map((events) => 100 * (costAt(events) / costAt(smallest) - 1));
  const most = growths.toSorted((a, b) => Math.abs(b) - Math.abs(a))[0];
  const floor = `within ±${costMayDiffer} % of that at ${smallest.toLocaleString('en')}`;
  return ['`http_cpu`', floor, `${most > 0 ? '+' : ''}${most.toFixed(1)} %`, answerOf(Math.abs(most) <= costMayDiffer)];
};

/** Rows of floor, what was measured, and whether it is reached; none when that size was not measured. */
export const floorRows = (result) => {
  if (!sizesOf(result).includes(size)) return [];
  const rows = floors.map(([name, bound, limit]) => {
    const value = valueOf(result, name, size);
    return [`\`${name}\``, `${bound} ${figure(name, limit)}`, figure(name, value), answerOf(isMet(bound, limit, value))];
  });
  return sizesOf(result).length === 1 ? rows : [...rows, flatnessRow(result)];
};
