import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

const page = 'docs/reliability.md';

/** Writes the result of a long run into its place in docs/reliability.md. */
export const writeResult = (place: string, rows: Readonly<Record<string, string | number>>): void => {
  const text = readFileSync(page, 'utf8');
  const slot = new RegExp(`(<!-- result ${place} -->\\n)[\\s\\S]*?(<!-- end ${place} -->)`);
  if (!slot.test(text)) throw new Error(`${page} has no place for the result "${place}"`);
  const machine = `${cpus().length} cores, ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}`;
  const lines = Object.entries({ date: new Date().toISOString().slice(0, 10), ...rows, machine }).map(([name, value]) => [
    name,
    String(value),
  ]);
  const widths = [0, 1].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const rowOf = (line: readonly string[]): string => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |\n`;
  writeFileSync(
    page,
    text.replace(slot, (_, start: string, end: string) => `${start}\n${rowOf(['', ''])}${rule}${lines.map(rowOf).join('')}\n${end}`),
  );
};
