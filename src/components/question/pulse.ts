import type { Score } from '../../domain/progress/records.ts';

/** Width of a beat, in pixels. */
export const beatWidth = 36;

/**
 * Returns a pulse with one beat per score, as high as the score. A criterion without a score is
 * flat.
 */
export function pulsePath(scores: readonly Score[]): string {
  const beats = scores.map((score) => {
    if (score === null) return `h${beatWidth}`;
    const height = 9 + 6 * score;
    return `h4l3-3 3 3h3l4 5 4-${height} 5 ${height + 4} 3-9h7`;
  });
  return `M0 40${beats.join('')}H3000`;
}
