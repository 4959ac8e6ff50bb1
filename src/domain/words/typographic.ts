/** Replaces straight quotes and apostrophes with curly ones, as Markdown does on pages. */
export function typographic(text: string): string {
  return text
    .replace(/(^|[\s([{—–/-])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([{—–“/-])'(?!\d0s)/g, '$1‘')
    .replaceAll("'", '’');
}
