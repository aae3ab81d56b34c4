import { sizesOf, valueOf } from './table.mjs';

const [width, height, left, top] = [760, 300, 60, 30];
const colours = ['#1b6ca8', '#b3541e', '#2e7d4f', '#7a4fa3'];

/** What is drawn: each as a share of what it is in the smallest store, so that one scale holds for all. */
const lines = [
  ['http_commands_64', 'commands over HTTP'],
  ['execute_append_64', 'commands in the process'],
  ['raw_append_64', 'raw SQLite append'],
  ['rebuild', 'rebuild'],
];

const across = (index, count) => left + (index * (width - left - 210)) / Math.max(1, count - 1);
const down = (share) => top + (height - 2 * top) * (1 - Math.min(share, 1.5) / 1.5);

const gridLine = (share) =>
  `<line x1="${left}" x2="${width - 200}" y1="${down(share)}" y2="${down(share)}" stroke="#8884"/>` +
  `<text x="${left - 8}" y="${down(share) + 4}" text-anchor="end">${share * 100} %</text>`;

const sizeLabel = (events, index, all) =>
  `<text x="${across(index, all.length)}" y="${height - 8}" text-anchor="middle">${events.toLocaleString('en')} events</text>`;

const lineOf =
  (result, sizes) =>
  ([name, label], index) => {
    const shares = sizes.map((events) => valueOf(result, name, events) / valueOf(result, name, sizes[0]));
    const points = shares.map((share, at) => `${across(at, sizes.length).toFixed(1)},${down(share).toFixed(1)}`);
    const colour = colours[index];
    const dots = points.map((point) => `<circle cx="${point.split(',')[0]}" cy="${point.split(',')[1]}" r="3" fill="${colour}"/>`);
    const y = top + 14 + index * 20;
    const legend = `<circle cx="${width - 186}" cy="${y - 4}" r="4" fill="${colour}"/><text x="${width - 176}" y="${y}">${label}</text>`;
    return `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.join(' ')}"/>${dots.join('')}${legend}`;
  };

/** The picture of growth: how each rate changes from the smallest store to the largest. */
export function pictureOf(result) {
  const sizes = sizesOf(result);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#777" role="img" aria-label="Rates by size of the store">`,
    ...[0, 0.5, 1, 1.5].map(gridLine),
    ...sizes.map(sizeLabel),
    ...lines.map(lineOf(result, sizes)),
    '</svg>\n',
  ].join('\n');
}
