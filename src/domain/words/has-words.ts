/** Whether a text holds all words of a filter, each also as a part of a word and in any case. */
export function hasWords(text: string, filter: string): boolean {
  const held = fold(text);
  return fold(filter)
    .split(/\s+/)
    .every((word) => held.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
