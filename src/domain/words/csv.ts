/**
 * Returns rows as CSV (RFC 4180: CRLF after each row, quotes doubled). If a spreadsheet would read
 * a cell as a formula, it starts with an apostrophe
 * (https://owasp.org/www-community/attacks/CSV_Injection). A leading U+FEFF makes Excel read UTF-8.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${csvRows(rows)}`;
}

/** Returns rows as CSV, but without U+FEFF. */
export function csvRows(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

/** Quotes a cell if necessary, and neutralizes formulas, including full-width ones. */
function writeCell(text: string): string {
  const harmless = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
