const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');

/** What isn't prose in MDX: tags, URLs, code, and character references. */
const noProse = /<[^>]*>|\]\([^)]*\)|`[^`]*`|https?:\S+|&\w+;/g;

/** Whole words of six letters and more, without capitals: acronyms and names stay. */
const longWord = /(?<![\p{L}\p{N}])\p{Ll}{6,}(?![\p{L}\p{N}])/gu;

/**
 * Replaces a fifth of the longer words, a quarter of them with words that no other copy has, so
 * that the vocabulary grows as in real texts. A new word is as long as the old one, so that all
 * length limits still pass.
 */
export function changeWords(text: string, copy: number, random: () => number): string {
  const change = (prose: string): string =>
    prose.replace(longWord, (word) => (random() < 0.2 ? newWord(word, copy, random) : word));
  let changed = '';
  let end = 0;
  for (const { index, 0: markup } of text.matchAll(noProse)) {
    changed += change(text.slice(end, index)) + markup;
    end = index + markup.length;
  }
  return changed + change(text.slice(end));
}

/** A name for a copy of the guide, of two syllables: unlike any other up to 400 copies. */
export function copyName(copy: number): string {
  return syllableAt(copy) + syllableAt(Math.floor(copy / syllables.length));
}

function newWord(word: string, copy: number, random: () => number): string {
  const seed = random() < 0.25 ? copy : copy % 10;
  const stem = 2 + (word.length % 2);
  const ending = [seed, seed * 7 + word.length, seed * 13].map(syllableAt).join('');
  return (word.slice(0, stem) + ending + word.slice(stem + ending.length)).slice(0, word.length);
}

function syllableAt(index: number): string {
  return syllables[index % syllables.length] ?? '';
}
