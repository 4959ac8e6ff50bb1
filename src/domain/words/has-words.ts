/** Whether a text contains all words of a filter, also as parts of words and in any case. */
export function hasWords(text: string, filter: string): boolean {
  const held = fold(text);
  return fold(filter)
    .split(/\s+/)
    .every((word) => held.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
