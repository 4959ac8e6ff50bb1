/**
 * Formats rows as CSV (RFC 4180: CRLF after each row, quotes doubled). Puts an apostrophe before
 * anything that a spreadsheet would treat as a formula
 * (https://owasp.org/www-community/attacks/CSV_Injection). Starts with U+FEFF, so that Excel reads
 * the file as UTF-8.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${csvRows(rows)}`;
}

/** Formats rows as CSV without U+FEFF at the start. */
export function csvRows(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

/** Quotes a cell if necessary and neutralizes formulas, including full-width ones. */
function writeCell(text: string): string {
  const harmless = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
