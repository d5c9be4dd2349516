/**
 * A spreadsheet runs a cell that begins with one of these as a formula: «=HYPERLINK(…)» can send the cells beside it
 * away. Some take the full-width and small forms of =, +, - and @, too.
 */
const SIGNS = String.raw`[=+\-@|%\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]`;

/** A cell that is run as a formula, or would be without the apostrophes in front. */
const FORMULA = new RegExp(`^'*\\s*${SIGNS}`);

/** A formula with apostrophes in front, which make it text. */
export const GUARDED_FORMULA = new RegExp(`^'+\\s*${SIGNS}`);

/**
 * Writes rows as a CSV sheet. An apostrophe in front of a formula makes it text, and our reader removes it. Without a byte
 * order mark, Excel reads UTF-8 as windows-1252.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map(cells => `${cells.map(writeCell).join(',')}\r\n`).join('')}`;
}

function writeCell(text: string): string {
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
