/** Returns a text with typographic quotes and apostrophes, as in the Markdown of pages. */
export function typographic(text: string): string {
  return text
    .replace(/(^|[\s([{—–/-])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([{—–“/-])'(?!\d0s)/g, '$1‘')
    .replaceAll("'", '’');
}
