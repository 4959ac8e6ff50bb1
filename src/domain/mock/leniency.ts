import type { Score } from '../progress/records.ts';

/**
 * How much higher somebody scores than the guide, on average over the criteria that both scored:
 * above 0 is kinder. `null` if there is none.
 */
export function leniency(
  own: readonly Score[],
  guide: readonly { readonly score: number }[],
): number | null {
  const differences = guide.flatMap(({ score }, place) => {
    const given = own[place] ?? null;
    return given === null ? [] : [given - score];
  });
  if (differences.length === 0) return null;
  return differences.reduce((sum, one) => sum + one, 0) / differences.length;
}

/** The same in words, such as "You score 0.6 higher than the guide on average." */
export function describeLeniency(points: number): string {
  const size = Math.abs(points).toFixed(1);
  if (size === '0.0') return 'On average, you score the same as the guide.';
  return `You score ${size} ${points > 0 ? 'higher' : 'lower'} than the guide on average.`;
}
