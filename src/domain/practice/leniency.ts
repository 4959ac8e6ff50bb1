import { counted } from '../../lib/text.ts';
import type { Score, SettingsRecord } from '../progress/records.ts';
import { meanOf } from './score-bands.ts';

type Sample = NonNullable<SettingsRecord['samples']>[number];

/**
 * Returns how far the reader's scores are above the guide's, averaged over the criteria. Returns
 * null if there are no scores.
 */
export function meanAbove(own: readonly Score[], guide: readonly number[]): number | null {
  return meanOf(
    own.flatMap((score, index) => {
      const given = guide[index];
      return score === null || given === undefined ? [] : [score - given];
    }),
  );
}

/** Adds a scored sample. It replaces any earlier score for the same sample. Keeps the last 200. */
export function noteSample(samples: readonly Sample[] | undefined, sample: Sample): Sample[] {
  const isSame = ({ code, answer }: Sample) => code === sample.code && answer === sample.answer;
  const before = samples?.find(isSame);
  const others = (samples ?? []).filter((other) => !isSame(other));
  return [...others, { ...before, ...sample }].slice(-200);
}

export function leniencyText(samples: readonly Sample[] = []): string | undefined {
  const mean = meanOf(samples.map(({ above }) => above));
  if (mean === null) return undefined;
  const size = Math.abs(mean).toFixed(1);
  const from = `(${counted(samples.length, 'sample answer')})`;
  if (size === '0.0') return `On average, your scores match the guide’s ${from}.`;
  return `On average, you score ${size} ${mean > 0 ? 'higher' : 'lower'} than the guide ${from}.`;
}
