/** Replaces straight quotes and apostrophes with curly ones, as Markdown does on pages. */
export function typographic(text: string): string {
  return text
    .replace(/(^|[\s([{—–/-])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([{—–“/-])'(?!\d0s)/g, '$1‘')
    .replaceAll("'", '’');
}

/** Keeps formulas of abbreviations and numbers, such as "TP / (TP + FN)", on one line. */
export function withWholeFormulas(text: string): string {
  return text.replace(/(?<=[A-Z\d)]) ([/+÷×−=]) (?=[(A-Z\d])/g, '\u00A0$1\u00A0');
}
