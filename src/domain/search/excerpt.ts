import type { Match, ReadText, Segment } from './mark-words.ts';
import type { QueryUnit } from './read-query.ts';

export interface PartText {
  /** Its anchor on the page; empty before the first part. */
  readonly id: string;
  readonly label: string;
  readonly text: ReadText;
}

export interface Excerpt {
  readonly part: PartText;
  readonly segments: readonly Segment[];
}

/** Maximum length of an excerpt, in characters: two to three lines on a phone. */
const maxLength = 150;

/** Shorter sentences are only taken if no other has the words. */
const minLength = 40;

/** Characters that always fit on two lines on a phone, including the name of the part. */
const inSight = 70;

/** Parts about other questions: used only if no other part has the words. */
const asides = new Set(['rubric', 'flags', 'probes']);

export function excerptOf(
  parts: readonly PartText[],
  units: readonly QueryUnit[],
): Excerpt | undefined {
  let best:
    | { readonly part: PartText; readonly sentence: Sentence; readonly score: number }
    | undefined;
  for (const part of parts) {
    const matches = part.text.matches(units);
    for (const sentence of sentencesIn(part.text.text, matches)) {
      const found = new Set(sentence.matches.map(({ unit }) => unit));
      const score = found.size - (asides.has(part.id) ? 0.5 : 0) - (isHandy(sentence) ? 0 : 0.2);
      if (found.size > 0 && (best === undefined || score > best.score))
        best = { part, sentence, score };
    }
  }
  return best && { part: best.part, segments: cut(best.part, best.sentence, units) };
}

interface Sentence {
  readonly start: number;
  readonly end: number;
  /** In the order of the text. */
  readonly matches: readonly Match[];
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

function sentencesIn(text: string, matches: readonly Match[]): Sentence[] {
  if (matches.length === 0) return [];
  return [...segmenter.segment(text)].map(({ segment, index }) => {
    const end = index + segment.trimEnd().length;
    const own = matches.filter((match) => match.start >= index && match.end <= end);
    return { start: index, end, matches: own.sort((a, b) => a.start - b.start) };
  });
}

/** Whether it is long enough to be useful and short enough to show completely. */
function isHandy({ start, end }: Sentence): boolean {
  return end - start >= minLength && end - start <= maxLength;
}

/** A sentence, cut between words if it is too long, so that its first match is visible. */
function cut(
  { label, text }: PartText,
  sentence: Sentence,
  units: readonly QueryUnit[],
): Segment[] {
  const match = sentence.matches[0] ?? sentence;
  let { start, end } = sentence;
  const room = inSight - label.length;
  if (match.end - start > room) {
    // As much text before the match as fits, unless there is more after it.
    const follows = sentence.end - match.end > room;
    const from = follows ? match.start - Math.floor(room / 3) : match.end - room;
    start = from + Math.max(0, text.text.slice(from, match.start).indexOf(' ') + 1);
  }
  if (end - start > maxLength) {
    const to = text.text.lastIndexOf(' ', start + maxLength);
    end = to > match.end ? to : end;
  }
  return [
    ...(start > sentence.start ? [{ text: '… ', isMatch: false }] : []),
    ...text.marked(units, start, end),
    ...(end < sentence.end ? [{ text: ' …', isMatch: false }] : []),
  ];
}
