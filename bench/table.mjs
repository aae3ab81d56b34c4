/** The rows of the bench, in order: name, unit, and how many digits after the point are worth reading. */
export const known = [
  ['raw_append_1', '/s', 0, 'Raw SQLite append, one a commit'],
  ['raw_append_64', '/s', 0, 'Raw SQLite append, 64 a commit'],
  ['execute_append_64', '/s', 0, 'Commands in the process, 64 at once'],
  ['http_commands_64', '/s', 0, 'Commands over HTTP, 64 connections'],
  ['http_p50', 'ms', 1, 'of these: p50'],
  ['http_p99', 'ms', 1, 'of these: p99'],
  ['http_cpu', 'µs', 0, 'of these: CPU time of the hub for one'],
  ['timeline_p50', 'ms', 1, 'Timeline page of 50 events, one reader: p50'],
  ['timeline_p99', 'ms', 1, 'Timeline page of 50 events, one reader: p99'],
  ['timeline_4_p50', 'ms', 1, 'the same, four readers without a pause: p50'],
  ['timeline_4_p99', 'ms', 1, 'the same, four readers without a pause: p99'],
  ['worklist_p99', 'ms', 1, 'Worklist of 50 youths: p99'],
  ['search_p99', 'ms', 1, 'Search by identity number: p99'],
  ['visible_p50', 'ms', 1, 'Append to visible in the view, under load: p50'],
  ['visible_p99', 'ms', 1, 'Append to visible in the view, under load: p99'],
  ['rebuild', '/s', 0, 'Rebuild of the trekant view, events'],
  ['verify', '/s', 0, 'Verify, events'],
  ['import', '/s', 0, 'Import of an OT list, rows'],
  ['start', 'ms', 0, 'Second start until /ready'],
  ['rss', 'MiB', 0, 'Most memory under load (RSS)'],
];

/** The rows of one size: the median of all runs, with the smallest and the largest. */
export const rowsOf = (events, runs, median) =>
  known.map(([name, unit]) => {
    const values = runs.map((run) => run[name]);
    return { name, events, value: median(values), unit, min: Math.min(...values), max: Math.max(...values) };
  });

export const figure = (name, value) => {
  const digits = known.find(([known]) => known === name)?.[2] ?? 0;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
};

export const valueOf = ({ rows }, name, events) => rows.find((row) => row.name === name && row.events === events)?.value;

export const sizesOf = ({ rows }) => [...new Set(rows.map(({ events }) => events))];

/** The result for a terminal. */
export function tableOf(result) {
  const sizes = sizesOf(result);
  const line = (first, cells) => `${first.padEnd(24)}${cells.map((cell) => cell.padStart(14)).join('')}\n`;
  const head = `${result.machine}\nNode ${result.node}, SQLite ${result.sqlite}, load before: ${result.foreignLoad.toFixed(1)}, medians of ${result.runs}\n\n`;
  const rows = known.map(([name, unit]) =>
    line(
      `${name} ${unit}`,
      sizes.map((events) => figure(name, valueOf(result, name, events))),
    ),
  );
  const ratio = line(
    'http / raw_append_64',
    sizes.map((events) => (valueOf(result, 'http_commands_64', events) / valueOf(result, 'raw_append_64', events)).toFixed(3)),
  );
  const parts = (result.profile.parts ?? []).map(
    ({ part, microseconds }) => line(`${microseconds.toFixed(1).padStart(8)} µs`, []).trimEnd() + `  ${part}\n`,
  );
  const where = parts.length > 0 ? `\nWhere the time of one command goes, at ${result.profile.events} events:\n${parts.join('')}` : '';
  return [
    head,
    line(
      'events',
      sizes.map((size) => size.toLocaleString('en')),
    ),
    ...rows,
    ratio,
    where,
  ].join('');
}
