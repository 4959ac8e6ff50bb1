/** A text with typographic quotes and apostrophes, as the Markdown of pages gets them. */
export function typographic(text: string): string {
  return text
    .replace(/(^|[\s([{—–/-])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([{—–“/-])'(?!\d0s)/g, '$1‘')
    .replaceAll("'", '’');
}
