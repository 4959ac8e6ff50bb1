/** Times are rounded to this many seconds, because speakers don't need more precision. */
const step = 5;

/**
 * Estimates how many seconds into an answer each paragraph starts, from the share of words that
 * come before it.
 */
export function paragraphStarts(paragraphs: readonly string[], seconds: number): number[] {
  const words = paragraphs.map((text) => text.replace(/<[^>]*>/g, ' ').match(/\S+/g)?.length ?? 0);
  const all = words.reduce((sum, count) => sum + count, 0);
  return words.map((_, index) => {
    const before = words.slice(0, index).reduce((sum, count) => sum + count, 0);
    return all === 0 ? 0 : Math.round(((before / all) * seconds) / step) * step;
  });
}
