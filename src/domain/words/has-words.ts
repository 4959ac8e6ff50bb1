/** Whether a text contains all words of a filter, also as parts of words and in any case. */
export function hasWords(text: string, filter: string): boolean {
  const folded = fold(text);
  return fold(filter)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
