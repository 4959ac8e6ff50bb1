/**
 * True if the text contains all words in the filter. Ignores case and accents, and matches parts of
 * words.
 */
export function hasWords(text: string, filter: string): boolean {
  const folded = fold(text);
  return fold(filter)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
