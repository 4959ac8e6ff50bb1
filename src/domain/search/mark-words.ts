import { foldWord, keyOf } from './words.ts';

/** A piece of a text, and whether the query asked for it. */
export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

/**
 * Cuts a text at the words that a query found in it.
 *
 * @param keys keys of words that were found, see `keyOf`
 * @param beginning folded beginning of an unfinished word, or empty
 */
export function markWords(text: string, keys: ReadonlySet<string>, beginning = ''): Piece[] {
  const pieces: Piece[] = [];
  for (const part of text.split(/([\p{L}\p{N}]+(?:\([\p{L}\p{N}]+\))?)/u)) {
    const word = part.replace(/[()]/g, '');
    const isMatch =
      word !== '' &&
      (keys.has(keyOf(word)) || (beginning !== '' && foldWord(word).startsWith(beginning)));
    const last = pieces.at(-1);
    if (last?.isMatch === isMatch) pieces[pieces.length - 1] = { isMatch, text: last.text + part };
    else if (part !== '') pieces.push({ text: part, isMatch });
  }
  return pieces;
}
