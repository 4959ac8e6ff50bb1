import { ReadText, type Segment } from './mark-words.ts';
import type { QueryUnit } from './read-query.ts';
import type { SearchText } from './search-data.ts';

export interface Excerpt {
  /** Anchor of the part that the excerpt is from. */
  readonly id: string;
  readonly label: string;
  readonly segments: readonly Segment[];
}

/** Maximum length of an excerpt, in characters: two to three lines on a phone. */
const maxLength = 170;

/** A sentence that starts like this needs the one before it to make sense. */
const refersBack =
  /^(?:\p{Ll}|\(|(?:And|But|So|Or|Also|Then|Still|Yet|Instead|Otherwise|Neither|Both|Either|That|This|These|Those|It|Its|They|Their|He|She|His|Her|One|Others?|Such|Same)\b)/u;

/** Minimum number of words in a sentence worth quoting. Headings and labels have fewer. */
const minWords = 7;

/** True for a complete statement: not a heading, a label, a question, or part of a quotation. */
function isQuotable(sentence: string): boolean {
  const [opened, closed] = [/“/g, /”/g].map((mark) => sentence.match(mark)?.length ?? 0);
  return (
    sentence.split(' ').length >= minWords && /[.!…][”’)]*$/.test(sentence) && opened === closed
  );
}

/** Relative value of a sentence that makes sense only after the one before it. */
const backValue = 0.6;

/** Beyond this number of words, a longer sentence isn't worth more. */
const longWords = 20;

/** A name counts this much if a sentence has its words, but not as a phrase. */
const looseShare = 0.5;

/**
 * Returns the statement that contains the largest part of a query, preferring those that make sense
 * on their own. Returns undefined if no statement contains at least half of it, because then the
 * page's summary says more.
 *
 * @param weightOf returns how much a unit matters for the query
 */
export function excerptOf(
  { parts }: SearchText,
  units: readonly QueryUnit[],
  weightOf: (unit: QueryUnit) => number,
): Excerpt | undefined {
  const sum = (weights: readonly number[]) => weights.reduce((total, one) => total + one, 0);
  const min = sum(units.map(weightOf)) / 2;
  let best: { readonly excerpt: () => Excerpt; readonly value: number } | undefined;
  for (const { id, label, sentences } of parts) {
    for (const sentence of sentences.filter(isQuotable)) {
      const text = new ReadText(sentence);
      const weight = sum(units.map((unit) => weightOf(unit) * shareOf(unit, text)));
      if (weight < min || weight === 0) continue;
      const value = weight * worthOf(sentence);
      if (best !== undefined && value <= best.value) continue;
      best = { value, excerpt: () => ({ id, label, segments: cut(text, units) }) };
    }
  }
  return best?.excerpt();
}

/**
 * Returns 1 if the visible part of a sentence has a unit, or less if it has only some of the unit's
 * words, or all of them but not as a phrase.
 */
function shareOf(unit: QueryUnit, text: ReadText): number {
  const has = (one: QueryUnit) => text.matches([one]).some(({ end }) => end <= visibleEnd(text));
  if (has(unit)) return 1;
  const words = looseWords(unit);
  return words.length === 0 ? 0 : (looseShare * words.filter(has).length) / words.length;
}

/** Returns the words in a name as separate units. */
function looseWords(unit: QueryUnit): QueryUnit[] {
  const [words = []] = unit.names;
  return words.length < 2
    ? []
    : words.map((key) => ({ ...unit, names: [[key]], completion: undefined }));
}

/**
 * Returns the relative value of a sentence. Among otherwise equal sentences, longer ones are worth
 * slightly more.
 */
function worthOf(sentence: string): number {
  const words = sentence.split(' ').length;
  const fullness = 1 + Math.min(words, longWords) / 1000;
  return fullness * (refersBack.test(sentence) ? backValue : 1);
}

/** Returns a sentence, cut off between words if it is too long. */
function cut(text: ReadText, units: readonly QueryUnit[]): Segment[] {
  const marked = [...units, ...units.flatMap(looseWords)];
  const end = visibleEnd(text);
  if (end === text.text.length) return text.marked(marked);
  return [...text.marked(marked, 0, end), { text: ' …', isMatch: false }];
}

/** Returns the length of the part of a sentence that is shown, which ends between words. */
function visibleEnd({ text }: ReadText): number {
  return text.length <= maxLength ? text.length : text.lastIndexOf(' ', maxLength);
}
