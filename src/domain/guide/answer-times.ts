import { clockText } from '../words/clock-text.ts';
import { spokenWords } from '../words/spoken-words.ts';

/** Starts are rounded to multiples of five seconds. Speakers don't need more precision. */
const step = 5;

interface Spoken {
  /** The gist, which is said first. */
  readonly short: string;
  readonly seconds: number;
  /** True if only the example, which is a block quote, is spoken. The rest is advice. */
  readonly isStory: boolean;
}

/**
 * Estimates when each spoken paragraph of a model answer starts, from the share of the words before
 * it, and adds the time to its tag.
 *
 * @param html the answer without the gist
 * @returns the HTML and the starts in seconds
 */
export function timeParagraphs(html: string, { short, seconds, isStory }: Spoken) {
  let isQuote = false;
  const pieces = html.split(/(?=<p>|<\/?blockquote>)/).map((piece) => {
    if (/^<\/?blockquote>/.test(piece)) isQuote = piece.startsWith('<b');
    return { piece, isSpoken: isQuote || !isStory };
  });
  const all = pieces.reduce(
    (sum, { piece, isSpoken }) => sum + (isSpoken ? wordsIn(piece) : 0),
    wordsIn(short),
  );
  let before = wordsIn(short);
  const starts: number[] = [];
  const timed = pieces.map(({ piece, isSpoken }) => {
    if (!isSpoken) return piece;
    const start = Math.round(((before / all) * seconds) / step) * step;
    before += wordsIn(piece);
    if (!piece.startsWith('<p>')) return piece;
    starts.push(start);
    return piece.replace('<p>', `<p data-time="${clockText(start)}">`);
  });
  return { html: timed.join(''), starts };
}

/** Counts the words as spoken, without tags and citation numbers. */
function wordsIn(html: string): number {
  return spokenWords(html.replace(/<sup class="cite".*?<\/sup>|<[^>]*>/gs, ' ')).length;
}
