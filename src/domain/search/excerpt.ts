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

/** How many characters fit on two lines on a phone, next to the part's name. */
const inSight = 70;

/** A sentence that starts like this needs the one before it to make sense. */
const refersBack =
  /^(?:\p{Ll}|\(|(?:And|But|So|Or|Also|Then|Still|Yet|Instead|Otherwise|Neither|Both|Either|That|This|These|Those|It|Its|They|Their|He|She|His|Her|One|Others?|Such|Same)\b)/u;

/** Minimum number of words in a sentence worth quoting. Headings and labels have fewer. */
const minWords = 4;

/** True for a complete statement: not a heading, a label, a question, or part of a quotation. */
function isQuotable(sentence: string): boolean {
  const [opened, closed] = [/“/g, /”/g].map((mark) => sentence.match(mark)?.length ?? 0);
  return (
    sentence.split(' ').length >= minWords && /[.!…][”’)]*$/.test(sentence) && opened === closed
  );
}

/** Relative value of a sentence that makes sense only after the one before it. */
const backValue = 0.6;

/**
 * Returns the statement that contains the largest part of a query. Returns undefined if no
 * statement contains at least half of it, because then the page's summary says more.
 *
 * @param weightOf returns how much a unit matters for the query
 */
export function excerptOf(
  { parts }: SearchText,
  units: readonly QueryUnit[],
  weightOf: (unit: QueryUnit) => number,
): Excerpt | undefined {
  const sum = (some: Iterable<QueryUnit>) =>
    [...some].reduce((total, unit) => total + weightOf(unit), 0);
  const min = sum(units) / 2;
  let best: { readonly excerpt: () => Excerpt; readonly value: number } | undefined;
  for (const { id, label, sentences } of parts) {
    for (const sentence of sentences.filter(isQuotable)) {
      const text = new ReadText(sentence);
      const matches = text.matches(units);
      const weight = sum(new Set(matches.map(({ unit }) => unit)));
      const isInSight = matches.some(({ end }) => end <= inSight);
      if (weight < min || weight === 0 || !isInSight) continue;
      const value = weight * (refersBack.test(sentence) ? backValue : 1);
      if (best !== undefined && value <= best.value) continue;
      best = { value, excerpt: () => ({ id, label, segments: cut(text, units) }) };
    }
  }
  return best?.excerpt();
}

/** Marks the query's words in a sentence, which is cut off between words if it is too long. */
function cut(text: ReadText, units: readonly QueryUnit[]): Segment[] {
  const { length } = text.text;
  if (length <= maxLength) return text.marked(units);
  const end = text.text.lastIndexOf(' ', maxLength);
  return [...text.marked(units, 0, end), { text: ' …', isMatch: false }];
}
