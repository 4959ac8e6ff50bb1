import { wordsIn } from '../search/words.ts';

/** A word and its range in the text: `[start, end)`, in UTF-16 units. */
export interface PlacedWord {
  /** The word as `wordsIn` gives it; a number without commas between its thousands. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text with their places. Same words as `wordsIn`, but `6,217` is one. */
export function placeWords(text: string): PlacedWord[] {
  // No rule of `wordsIn` looks across a space, so that a text can be read piece by piece.
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: piece, index }) => wordsInPiece(piece, index));
}

function wordsInPiece(piece: string, offset: number): PlacedWord[] {
  // Nearly all pieces are one plain word; reading them needs none of the rules.
  const [, plain] = piece.match(/^(\p{L}+)[.,;:!?]?$/u) ?? [];
  if (plain !== undefined) return [{ word: plain, start: offset, end: offset + plain.length }];
  const words = wordsIn(piece.replace(/(\d),(?=\d{3}(?!\d))/g, '$1'));
  const whole = inside(piece, offset);
  if (words.length === 1) return words.map((word) => ({ word, ...whole }));
  let from = 0;
  return words.map((word) => {
    const place = piece.indexOf(word, from);
    // Spelled differently in the text (`don’t—can’t`): use the range of the whole piece.
    if (place < 0) return { word, ...whole };
    from = place + word.length;
    return { word, start: offset + place, end: offset + from };
  });
}

/** The place of a piece without the signs around it: `(510(k),` is `510(k)`. */
function inside(piece: string, offset: number): Omit<PlacedWord, 'word'> {
  const before = piece.search(/[\p{L}\p{N}]/u);
  const kept = piece.slice(Math.max(0, before));
  const inner = kept.replace(/[^\p{L}\p{N}]+$/u, '');
  const closes = inner.includes('(') && kept.charAt(inner.length) === ')';
  const start = offset + Math.max(0, before);
  return { start, end: start + inner.length + (closes ? 1 : 0) };
}
