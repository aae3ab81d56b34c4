/** Text as it may stand in a cell of a Markdown table. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** A Markdown table. */
export const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map(() => '---'), ...rows.map((row) => row.map(cell))].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Text in the type of code. */
export const code = (text: string): string => `\`${text}\``;

/** Several in the type of code, or a dash. */
export const codes = (texts: readonly string[]): string => texts.map(code).join(', ') || '–';
