import { scoreText } from '../../domain/practice/answer-words.ts';
import { type Markup, markup } from '../markup.ts';

/** Width of a beat, in pixels. The line of the pulse is at y = 40. */
export const beatWidth = 36;

type Scores = readonly (number | null)[];

/** Returns a pulse with one beat per score, as high as the score. Without a score, it is flat. */
export function pulsePath(scores: Scores): string {
  const beats = scores.map((score) => {
    if (score === null) return `h${beatWidth}`;
    const height = Math.round(9 + 6 * score);
    return `h4l3-3 3 3h3l4 5 4-${height} 5 ${height + 4} 3-9h7`;
  });
  return `M0 40${beats.join('')}`;
}

/** Draws the pulse with its scores below it, a dot, and a dim line from there to `end`. */
export function pulseMarkup(scores: Scores, end: number): Markup {
  const numbers = scores.map((score, index) => {
    const text = score === null ? '–' : scoreText(score);
    return markup`<text x="${beatWidth * index + 17}" y="62">${text}</text>`;
  });
  const here = scores.length * beatWidth;
  return markup`<path class="dim" d="M${here} 40H${end}"/><path d="${pulsePath(scores)}"/>
    <circle cx="${here + 4}" cy="40" r="4.5"/>${numbers}`;
}
