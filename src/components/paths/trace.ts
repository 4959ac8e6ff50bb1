import { scoreText } from '../../domain/practice/answer-words.ts';
import { type Markup, markup } from '../markup.ts';

/** Width of a beat. The line of the trace is at y = 40. */
const beatWidth = 32;

export function traceWidth(stops: number): number {
  return stops * beatWidth + 8;
}

/**
 * Draws the pulse in the head of a path. Each answered stop has a beat as high as its score, and
 * the stops ahead are a flat line. Without scores, the pulse is flat.
 */
export function traceMarkup(stops: number, scores: readonly (number | null)[]): Markup {
  const end = scores.length * beatWidth;
  return markup`<path class="dim" d="M${end} 40H${traceWidth(stops)}"/>
    <path d="M0 40${markup`${scores.map((score, index) => beat(score, index))}`}"/>
    <circle cx="${end + 4}" cy="40" r="4.5"/>
    ${scores.map((score, index) =>
      score === null
        ? ''
        : markup`<text x="${index * beatWidth + 18}" y="62">${scoreText(score)}</text>`,
    )}`;
}

function beat(score: number | null, index: number): Markup {
  const end = (index + 1) * beatWidth;
  if (score === null) return markup`H${end}`;
  const height = Math.round(9 + 6 * score);
  return markup`H${index * beatWidth + 2}l3-3 3 3h3l4 5 4-${height} 5 ${height + 4} 3-9H${end}`;
}
