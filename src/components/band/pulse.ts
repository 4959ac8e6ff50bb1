import { scoreText } from '../../domain/practice/score-bands.ts';
import { type Markup, markup } from '../markup.ts';

/** The width of a beat in pixels. The baseline of the pulse is at y = 40. */
export const beatWidth = 36;

/** Scores from 0 to 5, or null where a score is missing. */
type Scores = readonly (number | null)[];

const px = (value: number): number => Math.round(value * 10) / 10;

/**
 * Returns path data for a pulse with one beat per score. The height of a beat shows its score, and
 * the line is flat where a score is missing.
 * @param step the distance between beats; if it is small, beats are narrower
 * @param start where the line starts, as "x y"
 */
export function pulsePath(scores: Scores, step = beatWidth, start = '0 40'): string {
  const k = Math.min(1, step / beatWidth);
  const rest = (step - beatWidth * k) / 2;
  const beats = scores.map((score) => {
    if (score === null) return `h${px(step)}`;
    const height = Math.round(9 + 6 * score);
    const [three, four, five] = [3, 4, 5].map((value) => px(value * k));
    const wave = `h${px(rest + 4 * k)}l${three} -3 ${three} 3h${three}`;
    return `${wave}l${four} 5 ${four} -${height} ${five} ${height + 4} ${three} -9h${px(7 * k + rest)}`;
  });
  return `M${start}${beats.join('')}`;
}

/** Draws the pulse with the scores below it, followed by a dot and a dim line to x = `end`. */
export function pulseMarkup(scores: Scores, end: number): Markup {
  const numbers = scores.map((score, index) => {
    const text = score === null ? '–' : scoreText(score);
    return markup`<text x="${beatWidth * index + 17}" y="62">${text}</text>`;
  });
  const here = scores.length * beatWidth;
  return markup`<path class="dim" d="M${here} 40H${end}"/><path d="${pulsePath(scores)}"/>
    <circle cx="${here + 4}" cy="40" r="4.5"/>${numbers}`;
}
