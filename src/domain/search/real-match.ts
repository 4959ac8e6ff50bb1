/** Letters that a word and what was found for it must share; shorter words must agree in full. */
const sharedLetters = 4;

/**
 * Whether something that was found really holds the word. Pagefind falls back to ever shorter
 * beginnings of a word that it does not know, so that nonsense such as "qwxz" finds the letter q.
 *
 * @param word a word of the query
 * @param texts the marked words and the data of what was found
 */
export function isRealMatch(word: string, texts: readonly string[]): boolean {
  const beginning = lettersOf(word).slice(0, sharedLetters);
  if (beginning === '') return false;
  return texts.some((text) =>
    text.split(/[\s,;:/()]+/).some((part) => beginsWith(part, beginning)),
  );
}

/** Hyphened words count whole and in their parts: `Pre-Submission` begins like "presub" and "sub". */
function beginsWith(part: string, beginning: string): boolean {
  return [part, ...part.split('-')].some((piece) => lettersOf(piece).startsWith(beginning));
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
